package gmrl.app.bias;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import java.util.ArrayList;
import java.util.List;

/** Where the estimators of a study lie between bias, variance and cost. */
final class PlaneChart {
  /** What is drawn over what. */
  enum View {
    /** Bias² over the variance of one estimate. */
    ESTIMATE("bias² over the variance of one estimate", BiasMeasure.VARIANCE.label()),
    /**
     * Bias² over variance times steps: what is left of the variance where a budget of steps is
     * spent on one estimate after another, which leaves the bias as it is.
     */
    BUDGET(
        "bias² over the variance of one estimate times its environment steps",
        "variance × environment steps"),
    /** The relative error of one estimate over its steps. */
    COST(
        "relative mean squared error of one estimate over its environment steps",
        BiasMeasure.COST.label());

    private final String words;
    private final String axis;

    View(String words, String axis) {
      this.words = words;
      this.axis = axis;
    }

    /** In words. */
    String words() {
      return words;
    }

    private double x(BiasResult.PointResult point) {
      double steps = read(point, BiasMeasure.COST);
      return switch (this) {
        case ESTIMATE -> read(point, BiasMeasure.VARIANCE);
        case BUDGET -> steps * read(point, BiasMeasure.VARIANCE);
        case COST -> steps;
      };
    }

    private BiasMeasure y() {
      return this == COST ? BiasMeasure.RELATIVE_MSE : BiasMeasure.BIAS_SQUARED;
    }

    private static double read(BiasResult.PointResult point, BiasMeasure measure) {
      return MeasureReader.read(point, measure, Bands.NONE, 0).y();
    }
  }

  /** Points of a line of equal error. */
  private static final int FINE = 41;

  /** Share of an error that is left to either part at the ends of such a line. */
  private static final double LEAST = 1e-4;

  private PlaneChart() {}

  static ChartModel of(String title, View view, BiasResult result) {
    List<Style> styles =
        Looks.CATEGORIES.styles(
            result.curves().stream().map(BiasResult.CurveResult::spec).toList());
    List<ChartSeries> series = new ArrayList<>();
    double best = Double.POSITIVE_INFINITY;
    boolean positive = true;
    for (int c = 0; c < result.curves().size(); c++) {
      List<ChartPoint> path = new ArrayList<>();
      for (BiasResult.PointResult point : result.curves().get(c).points()) {
        double x = view.x(point);
        if (x > 0 && Double.isFinite(x)) {
          ChartPoint at = MeasureReader.read(point, view.y(), Bands.TRIALS, x);
          path.add(at);
          positive &= at.y() > 0;
          best = Math.min(best, Math.max(0, at.y()) + x);
        }
      }
      series.add(
          ChartSeries.estimate(
              result.curves().get(c).label(),
              // A path is told by its markers: bands along a curve that turns would hide it.
              styles.get(c).with(Style.Dash.SOLID),
              path.stream().map(p -> ChartPoint.of(p.x(), p.y()).withTrials(p.trials())).toList()));
    }
    if (view == View.ESTIMATE && Double.isFinite(best)) {
      series.add(
          ChartSeries.line(
              "equal mean squared error",
              Role.FIT,
              Style.neutral(Style.Dash.DOTTED),
              equalError(best)));
    }
    return new ChartModel(
        title,
        ChartAxis.log(view.axis),
        ChartAxis.linear(view.y().label()).on(positive ? new Scale.Log() : new Scale.SymLog(0)),
        series,
        List.of(),
        1);
  }

  /** All mixtures of bias² and variance whose sum is the same. */
  private static List<ChartPoint> equalError(double sum) {
    List<ChartPoint> line = new ArrayList<>();
    for (int i = 0; i < FINE; i++) {
      // Even in the logarithm of the odds, so that both ends bend where they should.
      double odds = Math.pow(LEAST, 1 - 2.0 * i / (FINE - 1));
      double share = odds / (1 + odds);
      line.add(ChartPoint.of(sum * share, sum * (1 - share)));
    }
    return line;
  }
}
