package gmrl.app.shelf;

import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.compare.RunTable;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.List;

/** Curves of kept runs as series of a chart. */
public final class Overlays {
  /** More points than this per curve cannot be told apart. */
  private static final int POINTS = 160;

  private Overlays() {}

  /**
   * The mean of a measure along a curve.
   *
   * @param name text of the legend
   * @param band whether the 95 % interval over samples is drawn
   */
  public static ChartSeries of(
      KeptRun run, RunTable.Key curve, String measure, String name, Style.Dash dash, boolean band) {
    RunTable table = run.table().orElseThrow();
    List<Double> positions = table.positions(curve);
    List<ChartPoint> points = new ArrayList<>();
    int stride = Math.max(1, (positions.size() + POINTS - 1) / POINTS);
    for (int i = 0; i < positions.size(); i++) {
      if (i % stride == 0 || i == positions.size() - 1) {
        double x = positions.get(i);
        Interval mean = table.mean(curve, x, measure).interval();
        points.add(
            band
                ? new ChartPoint(x, mean.value(), mean.low(), mean.high())
                : ChartPoint.of(x, mean.value()));
      }
    }
    return line(run, name, dash, points);
  }

  /** Points that were read out of a run. */
  public static ChartSeries line(
      KeptRun run, String name, Style.Dash dash, List<ChartPoint> points) {
    return ChartSeries.line(
        name,
        Role.PINNED,
        new Style(new Hue.Category(run.note().colour()), dash, Style.Marker.NONE),
        points);
  }
}
