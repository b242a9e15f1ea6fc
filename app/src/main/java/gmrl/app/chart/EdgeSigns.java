package gmrl.app.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Signs at the edges of a plot, for what goes on beyond them. */
public enum EdgeSigns {
  /** Hangs at the upper edge. */
  ABOVE("triangle at the upper edge: the curve goes on above it"),
  /** Stands on the floor of a log axis. */
  BELOW("open triangle at the lower edge: an estimate not above zero, or below the axis"),
  /** Stands on the floor of a log axis: the interval has no end there. */
  OPEN("angle at the lower edge: the interval reaches below the axis");

  private final String words;

  EdgeSigns(String words) {
    this.words = words;
  }

  /** What the signs of a chart mean, one phrase for each kind that is drawn. */
  public static List<String> words(ChartModel model) {
    ChartFrame frame = Limits.of(model);
    return Arrays.stream(values())
        .filter(sign -> sign.isOn(model, frame))
        .map(sign -> sign.words)
        .toList();
  }

  private boolean isOn(ChartModel model, ChartFrame frame) {
    return model.series().stream().anyMatch(s -> !of(s, s.present().toList(), frame).isEmpty());
  }

  /** What a legend lists: the series, and what a triangle at the upper edge means. */
  public static List<ChartSeries> listed(ChartModel model) {
    return listed(model, Limits.of(model));
  }

  static List<ChartSeries> listed(ChartModel model, ChartFrame frame) {
    Style triangle = Style.neutral(Style.Dash.SOLID).with(Style.Marker.TRIANGLE);
    List<ChartPoint> anywhere = List.of(ChartPoint.of(0, 0));
    ChartSeries sign =
        new ChartSeries("goes on above", Role.EXACT, Mark.POINTS, triangle, anywhere, "");
    return ABOVE.isOn(model, frame) ? model.plus(List.of(sign)).series() : model.series();
  }

  /** The places of these signs for the points of a series. */
  List<ChartPoint> of(ChartSeries series, List<ChartPoint> points, ChartFrame frame) {
    if (this == ABOVE) {
      // Others may leave the picture anyway.
      boolean told = series.role().isMeasured();
      return series.mark() == Mark.LINE && told
          ? series.runs().stream().flatMap(run -> cuts(run, frame)).toList()
          : List.of();
    }
    return points.stream()
        .filter(p -> Double.isFinite(frame.floor()))
        .filter(
            p ->
                this == BELOW
                    ? !frame.has(p.y())
                    : frame.has(p.y()) && p.low() < Math.min(frame.floor(), p.y()))
        .map(p -> ChartPoint.of(p.x(), frame.floor()))
        .toList();
  }

  private static Stream<ChartPoint> cuts(List<ChartPoint> run, ChartFrame frame) {
    Span up = frame.y();
    if (run.stream().allMatch(p -> up.share(p.y()) > 1)) {
      // Nothing of it is in sight, or its band alone: it says once that it is there.
      return run.stream()
          .filter(p -> frame.x().holds(p.x()))
          .min(Comparator.comparingDouble(ChartPoint::low))
          .map(p -> ChartPoint.of(p.x(), up.at(1)))
          .stream();
    }
    return IntStream.range(1, run.size())
        .filter(i -> up.share(run.get(i - 1).y()) > 1 != up.share(run.get(i).y()) > 1)
        .mapToObj(i -> cut(run.get(i - 1), run.get(i), frame))
        .flatMap(Optional::stream);
  }

  /** Where the upper edge cuts the way between two points off. */
  static Optional<ChartPoint> cut(ChartPoint a, ChartPoint b, ChartFrame frame) {
    double before = frame.y().share(a.y());
    double share = (1 - before) / (frame.y().share(b.y()) - before);
    double from = frame.x().share(a.x());
    double x = frame.x().at(from + share * (frame.x().share(b.x()) - from));
    // From nowhere on a log axis there is no way.
    return Double.isFinite(x) ? Optional.of(ChartPoint.of(x, frame.y().at(1))) : Optional.empty();
  }
}
