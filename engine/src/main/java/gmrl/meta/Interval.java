package gmrl.meta;

import gmrl.LibraryApi;

/**
 * A value with its 95 % confidence interval; NaN where it is undefined.
 *
 * @param value point estimate
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {

  /** Rejects a reversed interval. */
  public Interval {
    if (low > high) {
      throw new IllegalArgumentException(
          "interval runs from " + low + " to " + high + ", expected low <= high");
    }
  }

  /** The interval of a quantity that the data at hand leave undefined. */
  public static Interval undefined() {
    return new Interval(Double.NaN, Double.NaN, Double.NaN);
  }

  /** Half of its length. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** Whether the interval covers {@code x}; false where it is undefined. */
  @LibraryApi
  public boolean contains(double x) {
    return low <= x && x <= high;
  }

  /**
   * The interval of √max(0, x) / {@code unit}: from a squared quantity to a relative one.
   *
   * @param unit positive; zero or NaN gives an undefined interval
   */
  Interval rootOver(double unit) {
    if (!(unit > 0)) {
      return undefined();
    }
    return new Interval(root(value) / unit, root(low) / unit, root(high) / unit);
  }

  private static double root(double x) {
    return Math.sqrt(Math.max(0, x)); // NaN stays NaN
  }
}
