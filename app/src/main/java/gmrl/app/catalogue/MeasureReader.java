package gmrl.app.catalogue;

import gmrl.app.chart.ChartPoint;
import gmrl.app.state.Bands;
import gmrl.app.state.PlottedMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.meta.AggregateMeasures;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;

/** Reads one measure with its interval out of a point of a bias result. */
public final class MeasureReader {
  private static final double NORMAL_95 = 1.96;

  private MeasureReader() {}

  /**
   * The measure at a sweep position, averaged over MDPs.
   *
   * @param bands what the interval is to mean; where trials tell nothing about it, MDPs do
   */
  public static ChartPoint read(
      BiasResult.PointResult point, PlottedMeasure measure, Bands bands, double x) {
    return value(point, measure, bands, x).withTrials(point.aggregate().trials());
  }

  private static ChartPoint value(
      BiasResult.PointResult point, PlottedMeasure measure, Bands bands, double x) {
    if (measure == PlottedMeasure.COST) {
      return ChartPoint.of(x, (double) point.setup().environmentStepsPerTrial());
    }
    if (point.mdps().size() == 1) {
      ChartPoint one = ofOne(point.mdps().get(0).measures(), measure, x);
      return bands == Bands.NONE ? ChartPoint.of(x, one.y()) : one;
    }
    ChartPoint overMdps = of(x, aggregate(point.aggregate(), measure));
    if (bands == Bands.NONE) {
      return ChartPoint.of(x, overMdps.y());
    }
    return bands == Bands.TRIALS ? ofTrials(point, measure, overMdps) : overMdps;
  }

  /** Independent errors of the MDPs add in squares. */
  private static ChartPoint ofTrials(
      BiasResult.PointResult point, PlottedMeasure measure, ChartPoint overMdps) {
    double below = 0;
    double above = 0;
    int count = 0;
    for (BiasResult.MdpResult mdp : point.mdps()) {
      ChartPoint one = ofOne(mdp.measures(), measure, overMdps.x());
      if (one.isPresent()) {
        below += (one.y() - one.low()) * (one.y() - one.low());
        above += (one.high() - one.y()) * (one.high() - one.y());
        count++;
      }
    }
    if (!(below + above > 0)) {
      return overMdps;
    }
    return new ChartPoint(
        overMdps.x(),
        overMdps.y(),
        overMdps.y() - Math.sqrt(below) / count,
        overMdps.y() + Math.sqrt(above) / count);
  }

  private static MeanEstimate aggregate(AggregateMeasures a, PlottedMeasure measure) {
    return switch (measure) {
      case BIAS_SQUARED -> a.biasSquared();
      case RELATIVE_BIAS -> a.relativeBias();
      case VARIANCE -> a.variance();
      case CORRELATION -> a.correlation();
      case COSINE -> a.cosine();
      case RELATIVE_MSE -> a.relativeMse();
      case GRAD_MSE -> a.gradMse();
      case SUM_OF_STANDARD_DEVIATIONS -> a.sumOfStandardDeviations();
      case COST -> throw noMeasure();
    };
  }

  private static ChartPoint ofOne(Measures m, PlottedMeasure measure, double x) {
    return switch (measure) {
      case BIAS_SQUARED -> of(x, m.biasSquared());
      case RELATIVE_BIAS -> of(x, m.relativeBias());
      case VARIANCE -> ChartPoint.of(x, m.variance());
      case CORRELATION -> of(x, m.correlation());
      case COSINE -> of(x, m.cosine());
      case RELATIVE_MSE -> ChartPoint.of(x, m.relativeMse());
      case GRAD_MSE -> ChartPoint.of(x, m.gradMse());
      case SUM_OF_STANDARD_DEVIATIONS -> ChartPoint.of(x, m.sumOfStandardDeviations());
      case COST -> throw noMeasure();
    };
  }

  private static IllegalStateException noMeasure() {
    return new IllegalStateException("the cost belongs to the setup, not to the trials");
  }

  private static ChartPoint of(double x, MeanEstimate e) {
    double half = NORMAL_95 * e.standardError();
    return new ChartPoint(x, e.mean(), e.mean() - half, e.mean() + half);
  }

  private static ChartPoint of(double x, Interval i) {
    return new ChartPoint(x, i.value(), i.low(), i.high());
  }
}
