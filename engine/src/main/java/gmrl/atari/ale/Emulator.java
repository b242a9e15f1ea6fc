package gmrl.atari.ale;

/** The console with one cartridge, frame by frame. Used by one thread at a time. */
interface Emulator extends AutoCloseable {
  /** The numbers of the actions that do something in this game; the first is "nothing". */
  int[] minimalActions();

  /** Switches the console off and on. */
  void reset();

  /**
   * Emulates one frame.
   *
   * @param action one of the console's 18
   * @return what the game's score has gained
   */
  int act(int action);

  boolean gameOver();

  int lives();

  int rows();

  int columns();

  /**
   * The present picture as numbers of colours.
   *
   * @param target modified: [rows * columns]
   */
  void screen(byte[] target);

  /** The 256 colours, 0xRRGGBB. */
  int[] palette();

  /** The console's 128 bytes of memory. */
  byte[] memory();

  @Override
  void close();
}
