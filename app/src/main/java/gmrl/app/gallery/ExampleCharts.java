package gmrl.app.gallery;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.example.ExampleSnapshot;
import java.util.ArrayList;
import java.util.List;

/** From snapshots of examples to charts; pure. */
final class ExampleCharts {
  /** Markers help to tell a few points apart and hide a line of many. */
  private static final int FEW = 25;

  private ExampleCharts() {}

  static ChartModel of(ExampleSnapshot.Panel panel, double progress) {
    List<ChartSeries> series = new ArrayList<>();
    for (ExampleSnapshot.Curve curve : panel.curves()) {
      List<ChartPoint> points = new ArrayList<>(curve.x().size());
      for (int i = 0; i < curve.x().size(); i++) {
        points.add(ChartPoint.of(curve.x().get(i), curve.y().get(i)));
      }
      series.add(series(curve, points, Style.nth(series.size())));
    }
    ChartAxis y = panel.logY() ? ChartAxis.log(panel.y()) : ChartAxis.linear(panel.y());
    return ChartModel.of(panel.title(), ChartAxis.linear(panel.x()), y, series)
        .withProgress(progress);
  }

  private static ChartSeries series(
      ExampleSnapshot.Curve curve, List<ChartPoint> points, Style style) {
    boolean path = true;
    for (int i = 1; i < points.size(); i++) {
      path &= points.get(i).x() >= points.get(i - 1).x();
    }
    if (!path) {
      // Data without an order of its own is a cloud, not a line.
      return new ChartSeries(curve.name(), Role.ESTIMATE, Mark.POINTS, style, points, "");
    }
    return ChartSeries.line(
        curve.name(),
        Role.ESTIMATE,
        points.size() > FEW ? style.with(Style.Marker.NONE) : style,
        points);
  }
}
