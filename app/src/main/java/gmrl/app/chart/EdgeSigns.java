package gmrl.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

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
        .filter(sign -> model.series().stream().anyMatch(s -> !sign.of(s, frame).isEmpty()))
        .map(sign -> sign.words)
        .toList();
  }

  private List<ChartPoint> of(ChartSeries series, ChartFrame frame) {
    return of(series, series.points().stream().filter(ChartPoint::isPresent).toList(), frame);
  }

  /** The places of these signs for the points of a series. */
  List<ChartPoint> of(ChartSeries series, List<ChartPoint> points, ChartFrame frame) {
    return switch (this) {
      case ABOVE -> aboveTop(series, frame);
      case BELOW -> onFloor(points, p -> !frame.has(p.y()), frame);
      case OPEN ->
          onFloor(points, p -> frame.has(p.y()) && p.low() < Math.min(frame.floor(), p.y()), frame);
    };
  }

  private static List<ChartPoint> onFloor(
      List<ChartPoint> points, Predicate<ChartPoint> which, ChartFrame frame) {
    return points.stream()
        .filter(p -> Double.isFinite(frame.floor()) && which.test(p))
        .map(p -> ChartPoint.of(p.x(), frame.floor()))
        .toList();
  }

  /** Where the upper edge cuts a curve off, unless it may leave the picture anyway. */
  private static List<ChartPoint> aboveTop(ChartSeries series, ChartFrame frame) {
    List<ChartPoint> cuts = new ArrayList<>();
    if (series.mark() != Mark.LINE
        || (series.role() != Role.ESTIMATE && series.role() != Role.EXACT)) {
      return cuts;
    }
    for (List<ChartPoint> run : series.runs()) {
      if (run.stream().allMatch(p -> frame.y().share(p.y()) > 1)) {
        // Nothing of it is in sight, or its band alone: it says once that it is there.
        run.stream()
            .filter(p -> frame.x().holds(p.x()))
            .min(Comparator.comparingDouble(ChartPoint::low))
            .ifPresent(p -> cuts.add(ChartPoint.of(p.x(), frame.y().at(1))));
      }
      for (int i = 1; i < run.size(); i++) {
        double before = frame.y().share(run.get(i - 1).y()) - 1;
        double after = frame.y().share(run.get(i).y()) - 1;
        if (before > 0 != after > 0 && Double.isFinite(before - after)) {
          double from = frame.x().share(run.get(i - 1).x());
          double to = frame.x().share(run.get(i).x());
          double x = frame.x().at(from + (to - from) * before / (before - after));
          cuts.add(ChartPoint.of(x, frame.y().at(1)));
        }
      }
    }
    return cuts;
  }
}
