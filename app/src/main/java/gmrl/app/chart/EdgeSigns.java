package gmrl.app.chart;

import java.util.ArrayList;
import java.util.List;

/** Signs at the edges of a plot, for what goes on beyond them: which there are, and their words. */
public final class EdgeSigns {
  private EdgeSigns() {}

  /** What the signs of a chart mean, one phrase for each kind that is drawn. */
  public static List<String> words(ChartModel model) {
    ChartFrame frame = Limits.of(model);
    List<String> words = new ArrayList<>();
    if (model.series().stream().anyMatch(series -> !aboveTop(series, frame).isEmpty())) {
      words.add("triangle at the upper edge: the curve goes on above it");
    }
    if (Double.isFinite(frame.floor())) {
      if (points(model).stream().anyMatch(p -> !frame.has(p.y()))) {
        words.add("open triangle at the lower edge: an estimate not above zero, or below the axis");
      }
      if (points(model).stream().anyMatch(p -> isOpen(p, frame))) {
        words.add("angle at the lower edge: the interval reaches below the axis");
      }
    }
    return words;
  }

  private static List<ChartPoint> points(ChartModel model) {
    return model.series().stream()
        .flatMap(series -> series.points().stream())
        .filter(ChartPoint::isPresent)
        .toList();
  }

  /** Whether the interval of a point that is in sight ends below the picture. */
  static boolean isOpen(ChartPoint p, ChartFrame frame) {
    return frame.has(p.y()) && p.low() < Math.min(frame.floor(), p.y());
  }

  /** Where the upper edge cuts a curve off, unless it may leave the picture anyway. */
  static List<ChartPoint> aboveTop(ChartSeries series, ChartFrame frame) {
    List<ChartPoint> cuts = new ArrayList<>();
    if (series.mark() != Mark.LINE
        || (series.role() != Role.ESTIMATE && series.role() != Role.EXACT)) {
      return cuts;
    }
    for (List<ChartPoint> run : series.runs()) {
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
