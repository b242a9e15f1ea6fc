package gmrl.atari;

/**
 * The shape of one observation, laid out row by row, then column by column, then by channel:
 * element (r, c, k) stands at {@code (r * columns + c) * channels + k}.
 *
 * @param rows picture rows, at least 1
 * @param columns picture columns, at least 1
 * @param channels numbers per cell, at least 1
 */
public record ObservationShape(int rows, int columns, int channels) {
  public ObservationShape {
    if (rows < 1 || columns < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "an observation needs at least one row, column and channel, not "
              + rows
              + " x "
              + columns
              + " x "
              + channels);
    }
  }

  /** How many numbers one observation has. */
  public int size() {
    return rows * columns * channels;
  }
}
