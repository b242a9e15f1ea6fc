package gmrl.app.atari;

import java.util.List;

/**
 * A game as it stands after an update.
 *
 * @param columns width of the picture in cells
 * @param colours 0xRRGGBB, row by row
 * @param steps decisions of all environments so far
 * @param rate decisions a second of late, pauses not counted; NaN while unknown
 */
record Frame(int columns, List<Integer> colours, long steps, double rate) {
  /** Copies the colours. */
  Frame {
    colours = List.copyOf(colours);
  }

  /** Height of the picture in cells. */
  int rows() {
    return colours.size() / columns;
  }
}
