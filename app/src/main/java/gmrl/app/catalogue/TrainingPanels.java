package gmrl.app.catalogue;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.training.TrainingResult;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;

/** From meta-training results to charts; pure. */
final class TrainingPanels {

  private TrainingPanels() {}

  static ChartModel chart(PanelPlan.Training panel, List<TrainingResult> results) {
    List<ChartSeries> series = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      List<ChartPoint> points = new ArrayList<>();
      for (TrainingResult.Point p : results.get(i).points()) {
        MeanEstimate e = panel.shortfall() ? p.shortfall() : p.estimated();
        // MDPs differ far more than learners do, so only the paired difference has a telling band.
        double half = panel.shortfall() ? e.standardError() : 0;
        points.add(new ChartPoint(p.update(), e.mean(), e.mean() - half, e.mean() + half));
      }
      String label = panel.learners().get(i).label();
      series.add(
          ChartSeries.estimate(
              label,
              Looks.ofEstimator(panel.learners().get(i).spec().setup(), Style.nth(i))
                  .with(Style.Marker.NONE),
              points));
    }
    if (!panel.shortfall()) {
      List<ChartPoint> exact = new ArrayList<>();
      for (TrainingResult.Point p : results.get(0).points()) {
        exact.add(ChartPoint.of(p.update(), p.exact().mean()));
      }
      series.add(
          ChartSeries.line(
              "exact meta-gradient", Role.EXACT, Style.neutral(Style.Dash.DASHED), exact));
    }
    return new ChartModel(
        panel.title(),
        ChartAxis.linear("outer update"),
        ChartAxis.linear(panel.shortfall() ? "return behind exact" : "return after adaptation"),
        series,
        panel.shortfall() ? List.of(ReferenceLine.atY(0, "exact")) : List.of(),
        1);
  }
}
