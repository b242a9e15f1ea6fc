package gmrl.atari;

/** A game that a person can look at, in colour. */
public interface Screen {
  /** Height of the picture. */
  int screenRows();

  /** Width of the picture. */
  int screenColumns();

  /**
   * Draws the present picture.
   *
   * @param target modified: [screenRows * screenColumns] colours 0xRRGGBB, row by row
   */
  void paint(int[] target);
}
