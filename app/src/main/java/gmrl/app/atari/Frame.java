package gmrl.app.atari;

import java.util.List;

/**
 * A game as it stands after an update.
 *
 * @param columns width of the picture in cells
 * @param colours 0xRRGGBB, row by row
 * @param planes what the learner is given, channel by channel; none where that is not cells
 * @param steps decisions of all environments so far
 * @param rate decisions a second of late, pauses not counted; NaN while unknown
 */
record Frame(int columns, List<Integer> colours, List<Plane> planes, long steps, double rate) {
  /**
   * One channel of an observation.
   *
   * @param name what it shows
   * @param cells row by row, whether there is a 1
   */
  record Plane(String name, List<Boolean> cells) {
    /** Copies the cells. */
    Plane {
      cells = List.copyOf(cells);
    }
  }

  /** Copies the colours and the planes. */
  Frame {
    colours = List.copyOf(colours);
    planes = List.copyOf(planes);
  }

  /** Height of the picture in cells. */
  int rows() {
    return colours.size() / columns;
  }
}
