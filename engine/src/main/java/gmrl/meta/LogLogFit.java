package gmrl.meta;

/**
 * The power law y ≈ e^intercept · x^slope, fitted by least squares on the logarithms.
 *
 * @param slope the exponent
 * @param standardError of the slope, from the residuals; NaN below three points
 * @param intercept log y at x = 1
 * @param points points used
 * @param skipped points left out because a coordinate was not positive and finite (a corrected
 *     squared bias may be negative)
 */
public record LogLogFit(
    double slope, double standardError, double intercept, int points, int skipped) {

  /**
   * Fits the points; slope and intercept are NaN below two usable points with different x.
   *
   * @param x [n], not modified
   * @param y [n], not modified
   * @throws IllegalArgumentException if the lengths differ
   */
  public static LogLogFit of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "fit has " + x.length + " x and " + y.length + " y, expected as many of both");
    }
    int n = 0;
    double[] u = new double[x.length];
    double[] v = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (isUsable(x[i]) && isUsable(y[i])) {
        u[n] = Math.log(x[i]);
        v[n] = Math.log(y[i]);
        n++;
      }
    }
    double meanU = 0;
    double meanV = 0;
    for (int i = 0; i < n; i++) {
      meanU += u[i] / n;
      meanV += v[i] / n;
    }
    double uu = 0;
    double uv = 0;
    for (int i = 0; i < n; i++) {
      uu += (u[i] - meanU) * (u[i] - meanU);
      uv += (u[i] - meanU) * (v[i] - meanV);
    }
    double slope = uu > 0 ? uv / uu : Double.NaN;
    double intercept = meanV - slope * meanU;
    double residual = 0;
    for (int i = 0; i < n; i++) {
      double r = v[i] - intercept - slope * u[i];
      residual += r * r;
    }
    double error = n > 2 ? Math.sqrt(residual / (n - 2) / uu) : Double.NaN;
    return new LogLogFit(slope, error, intercept, n, x.length - n);
  }

  /** The fitted y at {@code x} &gt; 0. */
  double at(double x) {
    return Math.exp(intercept + slope * Math.log(x));
  }

  private static boolean isUsable(double value) {
    return value > 0 && value < Double.POSITIVE_INFINITY;
  }
}
