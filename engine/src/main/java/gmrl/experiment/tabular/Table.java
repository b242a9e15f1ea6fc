package gmrl.experiment.tabular;

import gmrl.mdp.Tables;
import java.util.Arrays;
import java.util.Locale;

/** An immutable table [S][A] of finite numbers: policy logits θ or an intrinsic reward φ. */
public final class Table {
  private final double[][] rows;

  private Table(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Checks and copies a table.
   *
   * @param name what the table is called in messages
   * @param rows [S][A]
   * @throws IllegalArgumentException if it is empty, ragged or holds a number that is not finite
   */
  public static Table of(String name, double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new IllegalArgumentException(name + " is empty, expected rows of numbers [S][A]");
    }
    double[][] copy = new double[rows.length][];
    for (int s = 0; s < rows.length; s++) {
      if (rows[s].length != rows[0].length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s[%d] has %d entries, expected %d as in %s[0]",
                name,
                s,
                rows[s].length,
                rows[0].length,
                name));
      }
      for (int a = 0; a < rows[s].length; a++) {
        if (!Double.isFinite(rows[s][a])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s[%d][%d] is %s, expected a finite number",
                  name,
                  s,
                  a,
                  rows[s][a]));
        }
      }
      copy[s] = rows[s].clone();
    }
    return new Table(copy);
  }

  /** A table of zeros [S][A]. */
  public static Table zero(int states, int actions) {
    return new Table(new double[states][actions]);
  }

  /** S, the number of rows. */
  public int states() {
    return rows.length;
  }

  /** A, the number of columns. */
  public int actions() {
    return rows[0].length;
  }

  /** A copy [S][A]. */
  public double[][] rows() {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** The sum of squares, row by row. */
  public double squaredLength() {
    double sum = 0;
    for (double[] row : rows) {
      for (double x : row) {
        sum += x * x;
      }
    }
    return sum;
  }

  /** A copy over cells [S·A]. */
  public double[] flat() {
    return Tables.flatten(rows);
  }

  /**
   * Insists on a size.
   *
   * @param name what the table is called in messages
   * @throws IllegalArgumentException if it has another one
   */
  public void requireSize(String name, int states, int actions) {
    if (states() != states || actions() != actions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is a table of %d × %d, expected %d states × %d actions",
              name,
              states(),
              actions(),
              states,
              actions));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table table && Arrays.deepEquals(rows, table.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(rows);
  }
}
