package gmrl.app.board;

import java.util.List;

/** A view of a rectangle of the plane with one scale for both directions. */
record Lens(double scale, double left, double top, double x0, double y1) {
  static Lens of(double[] x, double[] y, double left, double top, double width, double height) {
    double spanX = Math.max(1e-12, x[1] - x[0]);
    double spanY = Math.max(1e-12, y[1] - y[0]);
    double scale = Math.min(width / spanX, height / spanY);
    return new Lens(
        scale,
        left + (width - scale * (x[1] - x[0])) / 2,
        top + (height - scale * (y[1] - y[0])) / 2,
        x[0],
        y[1]);
  }

  double x(double value) {
    return left + scale * (value - x0);
  }

  double y(double value) {
    return top + scale * (y1 - value);
  }

  /** Smallest and largest of some values. */
  static double[] range(List<Double> values) {
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(1);
    return new double[] {low, high};
  }
}
