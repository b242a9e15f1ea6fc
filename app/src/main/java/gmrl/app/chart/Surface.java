package gmrl.app.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Values over the plane of a chart, drawn as tiles of colour on a logarithmic scale, with a bar
 * that says which colour is which value.
 *
 * @param x places along the horizontal axis, rising
 * @param y places along the vertical axis, rising
 * @param rows what each row is called, in tables
 * @param z values by row and column; what is not positive has no tile
 * @param unit factor and sign of the bar's labels, such as 100 and " %"
 */
public record Surface(
    List<Double> x, List<Double> y, List<String> rows, List<List<Double>> z, Unit unit) {

  /**
   * How values are written.
   *
   * @param factor what they are multiplied by
   * @param sign what follows them
   */
  public record Unit(double factor, String sign) {}

  /** Copies the lists and checks that they fit one another. */
  public Surface {
    x = List.copyOf(x);
    y = List.copyOf(y);
    rows = List.copyOf(rows);
    z = z.stream().map(List::copyOf).toList();
    int columns = x.size();
    if (z.size() != y.size()
        || rows.size() != y.size()
        || z.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException(
          "a surface of " + y.size() + " × " + columns + " places needs as many values and rows");
    }
  }

  private DoubleStream positive() {
    return z.stream()
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .filter(value -> value > 0 && Double.isFinite(value));
  }

  /** Whether there is nothing to see. */
  boolean isEmpty() {
    return positive().findAny().isEmpty();
  }

  /** Whole decades below and above all values, as powers of ten. */
  double[] decades() {
    double low = Math.floor(Math.log10(positive().min().orElse(0.1)));
    double high = Math.ceil(Math.log10(positive().max().orElse(1)));
    return new double[] {low, Math.max(high, low + 1)};
  }
}
