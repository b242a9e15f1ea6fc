package gmrl.mdp;

/**
 * Alias tables for many discrete distributions of one size (Walker 1977, Vose 1991).
 *
 * <p>An entry packs a 32-bit acceptance threshold and the alias, so that a draw is one load, one
 * compare and one select without a branch. A draw spends 32 random bits: the high word of bits·n is
 * the column, the low word the acceptance test, so probabilities are exact to 2^-32.
 */
final class AliasTable {
  private static final double TWO_32 = 0x1p32;
  private static final long LOW_WORD = 0xffffffffL;

  private final int rows;
  private final int columns;

  /** Outcomes are row·columns + column if absolute, else the column alone. */
  private final boolean absolute;

  final long[] entries;
  private final double[] scaled;
  private final int[] small;
  private final int[] large;

  AliasTable(int rows, int columns, boolean absolute) {
    this.rows = rows;
    this.columns = columns;
    this.absolute = absolute;
    entries = new long[rows * columns];
    scaled = new double[columns];
    small = new int[columns];
    large = new int[columns];
  }

  /** Rebuilds every row from probabilities [rows·columns], each row summing to 1. */
  void rebuild(double[] probabilities) {
    for (int row = 0; row < rows; row++) {
      rebuildRow(probabilities, row * columns);
    }
  }

  private void rebuildRow(double[] probabilities, int offset) {
    long shift = absolute ? offset : 0;
    int smalls = 0;
    int larges = 0;
    for (int column = 0; column < columns; column++) {
      double p = probabilities[offset + column] * columns;
      scaled[column] = p;
      if (p < 1) {
        small[smalls++] = column;
      } else {
        large[larges++] = column;
      }
    }
    while (smalls > 0 && larges > 0) {
      int less = small[--smalls];
      int more = large[larges - 1];
      long threshold = (long) (scaled[less] * TWO_32);
      entries[offset + less] = (threshold << 32) | (more + shift);
      double rest = scaled[more] - (1 - scaled[less]);
      scaled[more] = rest;
      if (rest < 1) {
        larges--;
        small[smalls++] = more;
      }
    }
    while (larges > 0) {
      int column = large[--larges];
      entries[offset + column] = column + shift;
    }
    // Left over only through rounding, so their probability is 1 to the last bit.
    while (smalls > 0) {
      int column = small[--smalls];
      entries[offset + column] = column + shift;
    }
  }

  /**
   * Selects an outcome.
   *
   * @param entry the packed entry of the column that {@code spread} points to
   * @param spread bits·columns for 32 uniform bits
   * @param column outcome of that column
   */
  static int select(long entry, long spread, int column) {
    long below = ((spread & LOW_WORD) - (entry >>> 32)) >> 63;
    int alias = (int) entry;
    return alias ^ ((alias ^ column) & (int) below);
  }
}
