package gmrl.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A straight line through log y against log x: {@code y ≈ scale · x^slope}.
 *
 * @param slope exponent
 * @param standardError standard error of the slope; NaN with two points
 * @param scale value at x = 1
 */
public record PowerLaw(double slope, double standardError, double scale) {

  /**
   * Ordinary least squares over the points with positive x and y. Where intervals are known, a
   * point whose interval reaches zero says nothing on a log scale and is left out.
   *
   * @param points the curve
   * @return the fit, or empty with fewer than two usable positions
   */
  public static Optional<PowerLaw> fit(List<ChartPoint> points) {
    double[][] logs =
        points.stream()
            .filter(p -> p.isPresent() && p.x() > 0 && p.y() > 0 && p.low() > 0)
            .map(p -> new double[] {Math.log(p.x()), Math.log(p.y())})
            .toArray(double[][]::new);
    int n = logs.length;
    double meanX = 0;
    double meanY = 0;
    for (double[] p : logs) {
      meanX += p[0] / n;
      meanY += p[1] / n;
    }
    double sxx = 0;
    double sxy = 0;
    for (double[] p : logs) {
      sxx += (p[0] - meanX) * (p[0] - meanX);
      sxy += (p[0] - meanX) * (p[1] - meanY);
    }
    if (n < 2 || !(sxx > 1e-12)) {
      return Optional.empty();
    }
    double slope = sxy / sxx;
    double residual = 0;
    for (double[] p : logs) {
      double r = p[1] - meanY - slope * (p[0] - meanX);
      residual += r * r;
    }
    double error = n > 2 ? Math.sqrt(residual / (n - 2) / sxx) : Double.NaN;
    return Optional.of(new PowerLaw(slope, error, Math.exp(meanY - slope * meanX)));
  }

  /**
   * The slope in words, such as {@code slope −0.98}.
   *
   * @return legend text
   */
  public String text() {
    return "slope " + String.format(Locale.ROOT, "%.2f", slope).replace('-', '−');
  }
}
