package gmrl.app.bias;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.app.state.Symbols;
import gmrl.app.ui.Percent;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.TabularSetup;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;

/** From bias results to charts, for the window and for figures alike; pure. */
final class BiasCharts {
  /** Top of an axis of bars that end at 1: the line there is named above them. */
  private static final double ABOVE = 1.18;

  private BiasCharts() {}

  /**
   * How a sweep is looked at.
   *
   * @param x the swept variable
   * @param logX whether its axis is logarithmic
   * @param y the measure
   * @param logY whether its axis is logarithmic
   * @param bands what the bands mean
   * @param looks how the curves are told apart
   * @param slopes whether fitted log-log slopes stand in the legend
   */
  record Sight(
      SweepVariable x,
      boolean logX,
      BiasMeasure y,
      boolean logY,
      Bands bands,
      Looks looks,
      boolean slopes) {

    static Sight of(BiasPlot plot, BiasResult result) {
      return new Sight(
          plot.x(),
          plot.logX(),
          plot.y(),
          plot.logY(),
          plot.bands(),
          Looks.of(labels(result)),
          plot.slopes());
    }

    Sight with(Looks other) {
      return new Sight(x, logX, y, logY, bands, other, slopes);
    }

    /** A slope between logarithms can only be seen where both axes may have them. */
    boolean showsSlopes() {
      return slopes && logX && y.isNaturallyLog();
    }
  }

  /** Axes without data. */
  static ChartModel empty(BiasPlot plot) {
    return ChartModel.empty("", x(plot.x(), plot.logX()), y(plot.y(), plot.logY(), List.of()));
  }

  /**
   * The chart of a sweep.
   *
   * @param bounds of the first curves, in their order; on a linear axis a proved one would leave
   *     nothing else to be seen
   */
  static ChartModel sweep(
      String title, Sight sight, BiasResult result, List<BoundPoints> bounds, double progress) {
    List<ChartSeries> series = curves(sight, result);
    for (int b = 0; b < bounds.size(); b++) {
      String of = bounds.size() == 1 ? "" : ", " + result.curves().get(b).label();
      Style.Dash dash = b % 2 == 0 ? Style.Dash.DASHED : Style.Dash.DOTTED;
      ChartSeries bound =
          ChartSeries.line(
              "estimated bound" + of, Role.BOUND, Style.neutral(dash), bounds.get(b).estimated());
      series.add(sight.showsSlopes() ? bound.withSlope() : bound);
      OptionalDouble least = bounds.get(b).proved().stream().mapToDouble(ChartPoint::y).min();
      if (sight.logY() && least.orElse(0) > 0) {
        // Most often it lies above the axis, so its name says where.
        series.add(
            ChartSeries.line(
                "proved bound" + of + ", above " + Percent.powerBelow(least.getAsDouble()),
                Role.BOUND,
                Style.neutral(Style.Dash.DASH_DOT),
                bounds.get(b).proved()));
      }
    }
    return new ChartModel(
        title,
        x(sight.x(), sight.logX()),
        y(sight.y(), sight.logY(), series),
        series,
        landmarks(sight.y(), y(sight.y(), sight.logY(), series)),
        progress);
  }

  /**
   * The chart of a plot of the window: the sweep, with a cursor where the sliders stand.
   *
   * @param present the setup on the sliders
   * @param bounds the theoretical bounds at the swept values, or none
   */
  static ChartModel of(
      BiasPlot plot,
      BiasResult result,
      double progress,
      TabularSetup present,
      List<BoundPoints> bounds) {
    ChartModel chart = sweep("", Sight.of(plot, result), result, bounds, progress);
    List<ReferenceLine> lines = new ArrayList<>(cursor(plot, result, present));
    lines.addAll(chart.lines());
    return chart.withLines(lines);
  }

  /**
   * A chart with the curves of an earlier result for comparison.
   *
   * @param sight how the chart is looked at
   */
  static ChartModel beside(ChartModel chart, Sight sight, BiasResult pinned) {
    Sight same = sight.with(Looks.of(labels(pinned)));
    return chart.plus(
        curves(same, pinned).stream()
            .map(s -> s.with().name(s.name() + ", pinned").role(Role.PINNED).build())
            .toList());
  }

  private static List<String> labels(BiasResult result) {
    return result.curves().stream().map(BiasResult.CurveResult::label).toList();
  }

  /** Groups of bars; of points where a bar's length would say nothing. */
  static ChartModel bars(BarPanel panel, List<BiasResult> groups) {
    List<ChartSeries> series = new ArrayList<>();
    List<Style> styles =
        Looks.CATEGORIES.ofEstimators(
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
    ChartAxis y = y(panel.measure(), panel.measure().isNaturallyLog(), series);
    boolean lengths =
        y.scale() instanceof Scale.Linear && panel.categories().size() * groups.size() > 1;
    List<ReferenceLine> landmarks = landmarks(panel.measure(), y);
    double least =
        series.stream()
            .flatMap(s -> s.points().stream())
            .mapToDouble(p -> Math.min(p.y(), p.low()))
            .filter(Double::isFinite)
            .min()
            .orElse(0);
    return new ChartModel(
        panel.title(),
        ChartAxis.categories(panel.label(), panel.categories()),
        lengths && !landmarks.isEmpty() ? y.between(Math.min(0, 1.05 * least), ABOVE) : y,
        lengths ? series : series.stream().map(s -> s.withMark(Mark.POINTS)).toList(),
        landmarks,
        1);
  }

  private static List<ChartSeries> curves(Sight sight, BiasResult result) {
    List<Style> styles =
        sight.looks().styles(result.curves().stream().map(BiasResult.CurveResult::spec).toList());
    List<ChartSeries> series = new ArrayList<>();
    for (int c = 0; c < result.curves().size(); c++) {
      BiasResult.CurveResult curve = result.curves().get(c);
      ChartSeries one = ChartSeries.estimate(curve.label(), styles.get(c), points(sight, curve));
      series.add(sight.showsSlopes() ? one.withSlope() : one);
    }
    return series;
  }

  private static List<ChartPoint> points(Sight sight, BiasResult.CurveResult curve) {
    List<ChartPoint> points = new ArrayList<>();
    for (BiasResult.PointResult point : curve.points()) {
      double x = point.sweepValue().orElse(0.0);
      if (!sight.logX() || x > 0) {
        points.add(MeasureReader.read(point, sight.y(), sight.bands(), x));
      }
    }
    return points;
  }

  private static List<ReferenceLine> cursor(
      BiasPlot plot, BiasResult result, TabularSetup present) {
    double now = plot.x().read(present);
    DoubleSummaryStatistics swept =
        result.curves().stream()
            .flatMap(c -> c.points().stream())
            .mapToDouble(p -> p.sweepValue().orElse(Double.NaN))
            .summaryStatistics();
    boolean shown = now >= swept.getMin() && now <= swept.getMax() && !(plot.logX() && now <= 0);
    return shown ? List.of(ReferenceLine.cursor(now, "now")) : List.of();
  }

  /** Where the truth lies, if the axis shows it: one wording everywhere. */
  private static List<ReferenceLine> landmarks(BiasMeasure measure, ChartAxis y) {
    return switch (measure) {
      case CORRELATION, COSINE -> List.of(ReferenceLine.atY(1, "exact"));
      case BIAS_SQUARED ->
          y.scale() instanceof Scale.Log
              ? List.of()
              : List.of(ReferenceLine.atY(0, "unbiased; below: noise"));
      default -> List.of();
    };
  }

  private static ChartAxis x(SweepVariable variable, boolean log) {
    String label = Symbols.label(variable);
    return log ? ChartAxis.log(label) : ChartAxis.linear(label);
  }

  /** A log axis while every estimate is positive; one that shows negative ones otherwise. */
  private static ChartAxis y(BiasMeasure measure, boolean log, List<ChartSeries> series) {
    ChartAxis axis = ChartAxis.linear(measure.label());
    if (!log) {
      return axis;
    }
    boolean positive =
        measure.isNaturallyLog()
            && series.stream()
                .flatMap(s -> s.points().stream())
                .filter(ChartPoint::isPresent)
                .allMatch(p -> p.y() > 0);
    return axis.on(positive ? new Scale.Log() : new Scale.SymLog(0));
  }
}
