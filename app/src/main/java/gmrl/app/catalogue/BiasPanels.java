package gmrl.app.catalogue;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.app.state.Bands;
import gmrl.app.state.PlottedMeasure;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.SweepVariable;
import java.util.ArrayList;
import java.util.List;

/** From bias results to charts; pure. */
final class BiasPanels {

  private BiasPanels() {}

  static ChartModel chart(
      PanelPlan.Sweeps panel, BiasResult result, List<List<ChartPoint>> bounds) {
    SweepVariable variable = panel.study().specs().get(0).sweep().orElseThrow().variable();
    boolean logX = Symbols.isNaturallyLog(variable);
    // A slope between logarithms can only be seen where both axes have them.
    boolean slopes = panel.slopes() && logX;
    List<ChartSeries> series = new ArrayList<>();
    List<Style> styles =
        panel.looks().styles(panel.study().specs().stream().map(BiasSpec::setup).toList());
    for (int c = 0; c < result.curves().size(); c++) {
      BiasResult.CurveResult curve = result.curves().get(c);
      List<ChartPoint> points = new ArrayList<>();
      for (BiasResult.PointResult point : curve.points()) {
        points.add(
            MeasureReader.read(
                point, panel.measure(), Bands.TRIALS, point.sweepValue().orElseThrow()));
      }
      ChartSeries one = ChartSeries.estimate(curve.label(), styles.get(c), points);
      series.add(slopes ? one.withSlope() : one);
    }
    for (int b = 0; b < bounds.size(); b++) {
      ChartSeries bound =
          ChartSeries.line(
              bounds.size() == 1
                  ? "estimated bound"
                  : "estimated bound, " + result.curves().get(b).label(),
              Role.BOUND,
              Style.neutral(b % 2 == 0 ? Style.Dash.DASHED : Style.Dash.DOTTED),
              bounds.get(b));
      series.add(slopes ? bound.withSlope() : bound);
    }
    String label = Symbols.label(variable);
    return new ChartModel(
        panel.title(),
        logX ? ChartAxis.log(label) : ChartAxis.linear(label),
        ChartAxis.linear(panel.measure().title()).on(scale(panel.measure(), series)),
        series,
        lines(panel.measure(), series),
        1);
  }

  static ChartModel chart(PanelPlan.Bars panel, List<BiasResult> groups) {
    List<ChartSeries> series = new ArrayList<>();
    List<Style> styles =
        Looks.CATEGORIES.styles(
            panel.groups().stream().map(group -> group.specs().get(0).setup()).toList());
    for (int g = 0; g < groups.size(); g++) {
      List<ChartPoint> points = new ArrayList<>();
      List<BiasResult.CurveResult> curves = groups.get(g).curves();
      for (int c = 0; c < curves.size(); c++) {
        points.add(
            MeasureReader.read(curves.get(c).points().get(0), panel.measure(), Bands.MDPS, c));
      }
      series.add(ChartSeries.bars(panel.groups().get(g).title(), styles.get(g), points));
    }
    return new ChartModel(
        panel.title(),
        ChartAxis.categories(panel.label(), panel.categories()),
        ChartAxis.linear(panel.measure().title()).on(scale(panel.measure(), series)),
        series,
        lines(panel.measure(), series),
        1);
  }

  /** A log axis while every estimate is positive; one that shows negative ones otherwise. */
  private static Scale scale(PlottedMeasure measure, List<ChartSeries> series) {
    if (!measure.isNaturallyLog()) {
      return Scale.linear();
    }
    boolean positive =
        series.stream()
            .flatMap(s -> s.points().stream())
            .filter(ChartPoint::isPresent)
            .allMatch(p -> p.y() > 0);
    return positive ? Scale.log() : Scale.symLog();
  }

  private static List<ReferenceLine> lines(PlottedMeasure measure, List<ChartSeries> series) {
    return measure.isNaturallyLog() && scale(measure, series) instanceof Scale.SymLog
        ? List.of(ReferenceLine.atY(0, "unbiased"))
        : List.of();
  }
}
