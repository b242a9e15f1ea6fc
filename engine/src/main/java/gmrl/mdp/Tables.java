package gmrl.mdp;

/** Conversions between tables [S][A] and flat arrays over cells [S·A]. */
public final class Tables {
  private Tables() {}

  /**
   * Copies a table row by row.
   *
   * @param table [S][A]
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static double[] flatten(double[][] table) {
    int columns = table.length == 0 ? 0 : table[0].length;
    double[] flat = new double[table.length * columns];
    for (int row = 0; row < table.length; row++) {
      if (table[row].length != columns) {
        throw new IllegalArgumentException(
            "row " + row + " has " + table[row].length + " entries, expected " + columns);
      }
      System.arraycopy(table[row], 0, flat, row * columns, columns);
    }
    return flat;
  }

  /**
   * Copies a flat array into a table.
   *
   * @param flat [rows·columns]
   */
  public static double[][] unflatten(double[] flat, int rows, int columns) {
    double[][] table = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(flat, row * columns, table[row], 0, columns);
    }
    return table;
  }
}
