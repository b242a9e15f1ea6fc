package gmrl.app.story;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Relative bias along one variable, estimated live, as the scenes draw it. */
final class BiasCurves {
  private static final String AXIS = "bias relative to the truth";

  /** Of an axis, beyond its first and its last point, so that their marks are whole. */
  private static final double AIR = 0.03;

  private BiasCurves() {}

  /** A view of a study whose curves are swept. */
  static LiveView<BiasStudy, BiasResult> live(Laboratory lab, String title, TrialBank bank) {
    return new LiveView<>(
        lab, title, LiveView.Pace.AT_ONCE, study -> new BiasExperiment(study, bank));
  }

  /**
   * The curves of an answer that sweep one variable.
   *
   * @param styles by label
   * @param here where the scene's slider stands
   * @param top upper end of the axis, in percent
   * @param named whether the vertical axis says what it shows
   */
  static ChartModel chart(
      LiveView.Answer<BiasStudy, BiasResult> answer,
      Sweep sweep,
      Map<String, Style> styles,
      double here,
      double top,
      boolean named) {
    List<ChartSeries> series = new ArrayList<>();
    for (BiasResult.CurveResult curve : answer.snapshot().curves()) {
      boolean along = curve.spec().sweep().map(s -> s.equals(sweep)).orElse(false);
      if (along && styles.containsKey(name(curve.label()))) {
        List<ChartPoint> points = curve.points().stream().map(BiasCurves::point).toList();
        if (!points.isEmpty()) {
          series.add(
              ChartSeries.estimate(
                  name(curve.label()),
                  java.util.Objects.requireNonNull(styles.get(name(curve.label()))),
                  points));
        }
      }
    }
    return new ChartModel(
            "",
            axis(sweep),
            ChartAxis.linear(named ? AXIS : "").between(0, top).in(" %"),
            series,
            List.of(ReferenceLine.cursor(here, "")),
            answer.progress())
        .withStanding(answer.standing());
  }

  /** A curve's value in percent between its points, along the logarithm of what varies. */
  static OptionalDouble read(ChartModel chart, String name, double x) {
    for (ChartSeries series : chart.series()) {
      List<ChartPoint> points = series.points();
      for (int i = 0; series.name().equals(name) && i < points.size(); i++) {
        ChartPoint right = points.get(i);
        if (right.x() >= x && right.isPresent()) {
          ChartPoint left = points.get(right.x() == x ? i : Math.max(0, i - 1));
          double share =
              left.x() == right.x() ? 1 : Math.log(x / left.x()) / Math.log(right.x() / left.x());
          return left.isPresent() && left.x() <= x
              ? OptionalDouble.of(left.y() + share * (right.y() - left.y()))
              : OptionalDouble.empty();
        }
      }
    }
    return OptionalDouble.empty();
  }

  /** Axes without curves. */
  static ChartModel empty(Sweep sweep, double top) {
    return ChartModel.empty("", axis(sweep), ChartAxis.linear(AXIS).between(0, top).in(" %"));
  }

  /** A curve's label is its name, and after a bar what tells it from others of that name. */
  private static String name(String label) {
    int bar = label.indexOf('|');
    return bar < 0 ? label : label.substring(0, bar);
  }

  /** A label that is unique among the sweeps of a study. */
  static String label(String name, SweepVariable along) {
    return name + "|" + along.token();
  }

  private static ChartAxis axis(Sweep sweep) {
    Scale scale = Symbols.scale(sweep.variable());
    double first = scale.position(sweep.values().get(0));
    double last = scale.position(sweep.values().get(sweep.values().size() - 1));
    double air = AIR * (last - first);
    return ChartAxis.linear(Symbols.label(sweep.variable()))
        .on(scale)
        .between(scale.value(first - air), scale.value(last + air));
  }

  private static ChartPoint point(BiasResult.PointResult point) {
    ErrorBudget budget = ErrorBudget.of(point);
    double x = point.sweepValue().orElseThrow();
    double bias = budget.bias();
    double half = budget.biasHalfWidth();
    return Double.isFinite(bias) && Double.isFinite(half)
        ? new ChartPoint(
                x, 100 * bias, 100 * Math.max(0, bias - half), 100 * (bias + half), point.trials())
            .withExact(half == 0)
        : ChartPoint.of(x, Double.NaN);
  }
}
