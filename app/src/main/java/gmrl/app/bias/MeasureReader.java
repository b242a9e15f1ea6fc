package gmrl.app.bias;

import gmrl.app.chart.ChartPoint;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.Spread;
import gmrl.meta.Interval;
import gmrl.meta.Route;

/** Reads one measure with its interval out of a point of a bias result. */
public final class MeasureReader {

  private MeasureReader() {}

  /**
   * The measure at a sweep position, averaged over MDPs.
   *
   * @param bands what the interval is to mean; where trials tell nothing about it, MDPs do
   */
  public static ChartPoint read(
      BiasResult.PointResult point, BiasMeasure measure, Bands bands, double x) {
    Interval i = measure.at(point, bands == Bands.MDPS ? Spread.MDPS : Spread.TRIALS);
    ChartPoint value =
        new ChartPoint(x, i.value(), i.low(), i.high(), point.trials())
            .withExact(i.low() == i.high() && isClosed(point, measure));
    return bands == Bands.NONE ? value.bare() : value;
  }

  /** Whether a formula gives the measure on every MDP. */
  private static boolean isClosed(BiasResult.PointResult point, BiasMeasure measure) {
    return (measure == BiasMeasure.BIAS_SQUARED || measure == BiasMeasure.RELATIVE_BIAS)
        && point.mdps().stream().allMatch(mdp -> mdp.measures().route() == Route.CLOSED_FORM);
  }
}
