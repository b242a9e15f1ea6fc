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
import gmrl.experiment.bias.BiasSpec;
import java.util.ArrayList;
import java.util.List;

/** Bias² over variance: where the estimators of a study lie, and what lies equally far off. */
final class PlaneChart {
  /** Points of a line of equal error. */
  private static final int FINE = 41;

  /** Share of an error that is left to either part at the ends of such a line. */
  private static final double LEAST = 1e-4;

  private PlaneChart() {}

  static ChartModel of(String title, BiasResult result) {
    List<Style> styles =
        Looks.CATEGORIES.styles(
            result.curves().stream()
                .map(BiasResult.CurveResult::spec)
                .map(BiasSpec::setup)
                .toList());
    List<ChartSeries> series = new ArrayList<>();
    double best = Double.POSITIVE_INFINITY;
    boolean positive = true;
    for (int c = 0; c < result.curves().size(); c++) {
      List<ChartPoint> path = new ArrayList<>();
      for (BiasResult.PointResult point : result.curves().get(c).points()) {
        double variance = MeasureReader.read(point, BiasMeasure.VARIANCE, Bands.NONE, 0).y();
        if (variance > 0 && Double.isFinite(variance)) {
          ChartPoint at =
              MeasureReader.read(point, BiasMeasure.BIAS_SQUARED, Bands.TRIALS, variance);
          path.add(at);
          positive &= at.y() > 0;
          best = Math.min(best, Math.max(0, at.y()) + variance);
        }
      }
      series.add(
          ChartSeries.estimate(
              result.curves().get(c).label(),
              // A path is told by its markers: bands along a curve that turns would hide it.
              styles.get(c).with(Style.Dash.SOLID),
              path.stream().map(p -> ChartPoint.of(p.x(), p.y()).withTrials(p.trials())).toList()));
    }
    if (Double.isFinite(best)) {
      series.add(
          ChartSeries.line(
              "equal mean squared error",
              Role.FIT,
              Style.neutral(Style.Dash.DOTTED),
              equalError(best)));
    }
    return new ChartModel(
        title,
        ChartAxis.log(BiasMeasure.VARIANCE.label()),
        ChartAxis.linear(BiasMeasure.BIAS_SQUARED.label())
            .on(positive ? Scale.log() : Scale.symLog()),
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
