package gmrl.atari.mini;

import java.util.Arrays;

/** The cells [row][column][channel] of one observation inside a caller's array. */
final class Picture {
  private final int channels;
  private float[] target = {};
  private int offset;

  Picture(int channels) {
    this.channels = channels;
  }

  /** Draws into {@code buffer} from here on, which is cleared. */
  void into(float[] buffer, int start) {
    target = buffer;
    offset = start;
    Arrays.fill(buffer, start, start + Miniature.SIZE * Miniature.SIZE * channels, 0);
  }

  void light(int row, int column, int channel) {
    target[offset + (row * Miniature.SIZE + column) * channels + channel] = 1;
  }

  /** Lights the cell if there is one: what trails behind may lie outside. */
  void lightInside(int row, int column, int channel) {
    if (Rules.inside(column)) {
      light(row, column, channel);
    }
  }
}
