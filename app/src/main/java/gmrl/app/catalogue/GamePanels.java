package gmrl.app.catalogue;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.SeedHistory;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;

/** Figures of repeated games: plans and charts. */
final class GamePanels {

  private GamePanels() {}

  /** One panel with all conditions; lookaheads are ordered, an ablation is a grid. */
  static FigurePlan plan(LolaStudy figure) {
    Looks looks =
        figure.id().startsWith("lola-")
            ? Looks.ORDERED
            : figure.conditions().size() == 9 ? Looks.GRID : Looks.CATEGORIES;
    return new FigurePlan(
        figure.id(),
        figure.title(),
        figure.source(),
        List.of(new PanelPlan.Returns("", figure, looks)),
        1,
        false);
  }

  /** Mean return over seeds with its standard error; the single seeds faintly behind. */
  static ChartModel chart(PanelPlan.Returns panel, List<LolaSnapshot> runs) {
    List<ChartSeries> means = new ArrayList<>();
    List<ChartSeries> seeds = new ArrayList<>();
    int count = panel.conditions().conditions().size();
    for (int c = 0; c < count; c++) {
      String label = panel.conditions().conditions().get(c).label();
      Style style = panel.looks().style(c, count).with(Style.Marker.NONE);
      means.add(ChartSeries.estimate(label, style, mean(runs.get(c))));
      for (SeedHistory seed : runs.get(c).seeds()) {
        seeds.add(
            ChartSeries.line(
                "single seeds", Role.SINGLE_RUN, style.with(Style.Dash.SOLID), returns(seed)));
      }
    }
    // Many conditions times many seeds would be a thicket.
    List<ChartSeries> series = new ArrayList<>(means);
    if (count <= 5) {
      series.addAll(seeds);
    }
    return new ChartModel(
        panel.title(),
        ChartAxis.linear("update"),
        ChartAxis.linear("return per step"),
        series,
        List.of(ReferenceLine.atY(-1, "both cooperate"), ReferenceLine.atY(-2, "both defect")),
        1);
  }

  private static List<ChartPoint> mean(LolaSnapshot run) {
    List<ChartPoint> points = new ArrayList<>();
    for (int u = 0; u <= run.updates(); u++) {
      MeanEstimate m = run.over(u, LolaUpdate::meanReturn);
      double half = Double.isNaN(m.standardError()) ? 0 : m.standardError();
      points.add(new ChartPoint(u, m.mean(), m.mean() - half, m.mean() + half));
    }
    return points;
  }

  private static List<ChartPoint> returns(SeedHistory seed) {
    List<ChartPoint> points = new ArrayList<>();
    for (int u = 0; u < seed.size(); u++) {
      points.add(ChartPoint.of(u, seed.get(u).meanReturn()));
    }
    return points;
  }
}
