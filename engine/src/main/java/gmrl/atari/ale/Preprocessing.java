package gmrl.atari.ale;

/**
 * From two of the console's pictures to one of the learner's: the maximum of each colour, which
 * undoes flicker, then grey, then 84 × 84 by averaging areas.
 */
final class Preprocessing {
  /** Rows and columns of the learner's picture. */
  static final int SIZE = 84;

  private final int columns;
  private final int[] palette;
  private final int[] grey = new int[256];
  private final Shares down;
  private final Shares across;
  private final float[] line;
  private final float[] sums = new float[SIZE];

  Preprocessing(int rows, int columns, int[] palette) {
    this.columns = columns;
    this.palette = palette.clone();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = grey(palette[i] >> 16 & 255, palette[i] >> 8 & 255, palette[i] & 255);
    }
    this.down = Shares.of(rows);
    this.across = Shares.of(columns);
    this.line = new float[columns];
  }

  /** Fixed-point luma with 14 fractional bits, rounded. */
  private static int grey(int red, int green, int blue) {
    return (4899 * red + 9617 * green + 1868 * blue + 8192) >> 14;
  }

  /**
   * The grey picture at the console's size.
   *
   * @param target modified: [rows * columns]
   */
  void grey(byte[] first, byte[] second, byte[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = (byte) grey(first[i] & 255, second[i] & 255);
    }
  }

  private int grey(int first, int second) {
    if (first == second) {
      return grey[first];
    }
    int p = palette[first];
    int q = palette[second];
    return grey(
        Math.max(p >> 16 & 255, q >> 16 & 255),
        Math.max(p >> 8 & 255, q >> 8 & 255),
        Math.max(p & 255, q & 255));
  }

  /**
   * The learner's picture.
   *
   * @param target modified: [84 * 84] grey values
   */
  void apply(byte[] first, byte[] second, byte[] target) {
    for (int r = 0; r < SIZE; r++) {
      java.util.Arrays.fill(line, 0);
      for (int s = down.from[r]; s < down.from[r] + down.share[r].length; s++) {
        float weight = down.share[r][s - down.from[r]];
        int at = s * columns;
        for (int c = 0; c < columns; c++) {
          line[c] += weight * grey(first[at + c] & 255, second[at + c] & 255);
        }
      }
      across(r, target);
    }
  }

  private void across(int row, byte[] target) {
    for (int c = 0; c < SIZE; c++) {
      float sum = 0;
      float[] share = across.share[c];
      int from = across.from[c];
      for (int k = 0; k < share.length; k++) {
        sum += share[k] * line[from + k];
      }
      sums[c] = sum;
    }
    for (int c = 0; c < SIZE; c++) {
      target[row * SIZE + c] = (byte) (int) (sums[c] + .5f);
    }
  }

  /** Which source cells each target cell covers, and how much of it each makes up. */
  @SuppressWarnings("ArrayRecordComponent") // seen by this class only
  private record Shares(int[] from, float[][] share) {
    static Shares of(int source) {
      int[] from = new int[SIZE];
      float[][] share = new float[SIZE][];
      double scale = (double) source / SIZE;
      for (int i = 0; i < SIZE; i++) {
        double start = i * scale;
        double end = (i + 1) * scale;
        from[i] = (int) Math.floor(start + 1e-9);
        int to = Math.min(source, (int) Math.ceil(end - 1e-9));
        share[i] = new float[to - from[i]];
        for (int s = from[i]; s < to; s++) {
          share[i][s - from[i]] = (float) ((Math.min(end, s + 1) - Math.max(start, s)) / scale);
        }
      }
      return new Shares(from, share);
    }
  }
}
