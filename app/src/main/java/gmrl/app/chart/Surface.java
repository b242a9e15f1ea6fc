package gmrl.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** Tiles inside a frame, edge to edge. */
  List<Strand> tiles(ChartFrame frame, Shades shades) {
    double[] across = edges(x, frame.x());
    double[] up = edges(y, frame.y());
    List<Strand> tiles = new ArrayList<>();
    for (int row = 0; row < y.size(); row++) {
      for (int column = 0; column < x.size(); column++) {
        double half = (across[column + 1] - across[column]) / 2;
        double value = z.get(row).get(column);
        if (value > 0 && Double.isFinite(value)) {
          double middle = across[column] + half;
          ChartPoint place = new ChartPoint(middle, up[row], up[row], up[row + 1]);
          tiles.add(new Strand(List.of(place), half, Look.area(shades.color(value))));
        }
      }
    }
    return tiles;
  }

  /** Half-way between neighbours on paper; the outermost tiles reach as far out as in. */
  private static double[] edges(List<Double> places, Span span) {
    double[] at = places.stream().mapToDouble(span::position).toArray();
    int n = at.length;
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = (at[i - 1] + at[i]) / 2;
    }
    edges[0] = n > 1 ? 2 * at[0] - edges[1] : at[0] - 1;
    edges[n] = n > 1 ? 2 * at[n - 1] - edges[n - 1] : at[0] + 1;
    return Arrays.stream(edges)
        .map(edge -> span.scale().value(Math.max(span.from(), Math.min(span.to(), edge))))
        .toArray();
  }
}
