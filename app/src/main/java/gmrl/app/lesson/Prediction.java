package gmrl.app.lesson;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.ShortNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A curve that somebody has drawn, as heights at the columns of a plot.
 *
 * @param heights height by place, rising
 */
public record Prediction(Map<Double, Double> heights) {
  /** Its name in legends and tables. */
  static final String NAME = "your prediction";

  /** Nothing drawn yet. */
  static final Prediction NONE = new Prediction(Map.of());

  /** Copies and sorts the map. */
  public Prediction {
    heights = java.util.Collections.unmodifiableMap(new TreeMap<>(heights));
  }

  /** The same with another height in one column. */
  Prediction with(double x, double y) {
    Map<Double, Double> next = new TreeMap<>(heights);
    next.put(x, y);
    return new Prediction(next);
  }

  boolean isEmpty() {
    return heights.isEmpty();
  }

  /** A chart with the prediction beside its curves. */
  ChartModel on(ChartModel chart) {
    if (isEmpty()) {
      return chart;
    }
    List<ChartPoint> points = new ArrayList<>();
    heights.forEach((x, y) -> points.add(ChartPoint.of(x, y)));
    return chart.plus(
        List.of(
            new ChartSeries(
                NAME,
                Role.FIT,
                Mark.LINE,
                new Style(Colours.PREDICTION, Style.Dash.DASHED, Style.Marker.RING),
                points,
                "")));
  }

  /** What was drawn and what a curve shows, at both ends of what was drawn, in words. */
  String beside(ChartSeries curve, String x, String unit) {
    List<Double> places = List.copyOf(heights.keySet());
    if (places.isEmpty()) {
      return "You drew nothing.";
    }
    double first = places.get(0);
    double last = places.get(places.size() - 1);
    String words = "At " + pair(curve, first, x, unit);
    return first == last ? words + "." : words + "; at " + pair(curve, last, x, unit) + ".";
  }

  private String pair(ChartSeries curve, double at, String x, String unit) {
    // The axis says what its symbol means.
    String symbol = x.substring(x.lastIndexOf(", ") < 0 ? 0 : x.lastIndexOf(", ") + 2);
    return String.format(
        Locale.ROOT,
        "%s = %s you drew %s%s, and the plot shows %s%s",
        symbol,
        ShortNumber.of(at),
        ShortNumber.of(Objects.requireNonNull(heights.get(at))),
        unit,
        shown(curve, at),
        unit);
  }

  private static String shown(ChartSeries curve, double at) {
    return curve.points().stream()
        .filter(ChartPoint::isPresent)
        .min(java.util.Comparator.comparingDouble(p -> Math.abs(p.x() - at)))
        .map(p -> ShortNumber.of(p.y()))
        .orElse("nothing");
  }
}
