package gmrl.app.bias;

import gmrl.app.catalogue.MeasureReader;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.app.state.BiasPlot;
import gmrl.app.state.PlottedMeasure;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From results to charts; pure. */
final class BiasCharts {
  private BiasCharts() {}

  /** Axes without data. */
  static ChartModel empty(BiasPlot plot) {
    return ChartModel.empty("", x(plot), y(plot));
  }

  /**
   * The chart of a result.
   *
   * @param present the setup on the sliders, marked on the horizontal axis
   * @param pinned an earlier result to compare with, or null
   * @param bound the theoretical bound at the swept values, or empty
   */
  static ChartModel of(
      BiasPlot plot,
      BiasResult result,
      double progress,
      TabularSetup present,
      @Nullable BiasResult pinned,
      List<ChartPoint> bound) {
    List<ChartSeries> series = new ArrayList<>();
    for (int i = 0; i < result.curves().size(); i++) {
      BiasResult.CurveResult curve = result.curves().get(i);
      ChartSeries one =
          ChartSeries.estimate(curve.label(), style(curve.label(), result, i), points(plot, curve));
      series.add(plot.slopes() && isPowerLaw(plot) ? one.withSlope() : one);
    }
    if (pinned != null) {
      for (int i = 0; i < pinned.curves().size(); i++) {
        BiasResult.CurveResult curve = pinned.curves().get(i);
        if (sweptBy(curve) == plot.x()) {
          series.add(
              ChartSeries.estimate(
                      curve.label(), style(curve.label(), pinned, i), points(plot, curve))
                  .pinned(curve.label() + ", pinned"));
        }
      }
    }
    if (!bound.isEmpty()) {
      series.add(
          ChartSeries.line(
              "estimated bound",
              gmrl.app.chart.Role.BOUND,
              Style.neutral(Style.Dash.DASHED),
              bound));
    }
    return new ChartModel("", x(plot), y(plot), series, lines(plot, result, present), progress);
  }

  private static @Nullable SweepVariable sweptBy(BiasResult.CurveResult curve) {
    return curve.spec().sweep().map(s -> s.variable()).orElse(null);
  }

  private static List<ChartPoint> points(BiasPlot plot, BiasResult.CurveResult curve) {
    List<ChartPoint> points = new ArrayList<>();
    for (BiasResult.PointResult point : curve.points()) {
      double x = point.sweepValue().orElse(0.0);
      if (plot.logX() && x <= 0) {
        continue;
      }
      points.add(MeasureReader.read(point, plot.y(), plot.bands(), x));
    }
    return points;
  }

  private static List<ReferenceLine> lines(BiasPlot plot, BiasResult result, TabularSetup present) {
    List<ReferenceLine> lines = new ArrayList<>();
    double now = plot.x().read(present);
    DoubleSummaryStatistics swept =
        result.curves().stream()
            .flatMap(c -> c.points().stream())
            .mapToDouble(p -> p.sweepValue().orElse(Double.NaN))
            .summaryStatistics();
    if (now >= swept.getMin() && now <= swept.getMax() && !(plot.logX() && now <= 0)) {
      lines.add(ReferenceLine.atX(now, "now"));
    }
    if (plot.y() == PlottedMeasure.CORRELATION || plot.y() == PlottedMeasure.COSINE) {
      lines.add(ReferenceLine.atY(1, "exact"));
    } else if (plot.y() == PlottedMeasure.BIAS_SQUARED) {
      lines.add(ReferenceLine.atY(0, "exact"));
    }
    return lines;
  }

  private static boolean isPowerLaw(BiasPlot plot) {
    return plot.logX() && plot.y().isNaturallyLog();
  }

  /** An estimator looks the same wherever it appears; ordered values go through viridis. */
  private static Style style(String label, BiasResult result, int index) {
    for (Estimator estimator : Estimator.values()) {
      if (label.equals(Symbols.of(estimator))) {
        return Style.nth(List.of(Estimator.values()).indexOf(estimator));
      }
    }
    if (label.equals(BiasStudies.CONTROLLED)) {
      return Style.neutral(Style.Dash.SOLID).with(Style.Marker.CROSS);
    }
    boolean ordered = result.curves().stream().allMatch(c -> c.label().matches(".* = [0-9.]+"));
    return ordered ? Style.ordered(index, result.curves().size()) : Style.nth(index);
  }

  private static ChartAxis x(BiasPlot plot) {
    String label = Symbols.label(plot.x());
    return plot.logX() ? ChartAxis.log(label) : ChartAxis.linear(label);
  }

  private static ChartAxis y(BiasPlot plot) {
    ChartAxis axis = ChartAxis.linear(plot.y().label());
    if (!plot.logY()) {
      return axis;
    }
    boolean negative = plot.y() == PlottedMeasure.BIAS_SQUARED || !plot.y().isNaturallyLog();
    return axis.on(negative ? Scale.symLog() : Scale.log());
  }
}
