package gmrl.experiment.bias;

import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.meta.Interval;

/** What the 95 % interval of a mean over MDPs speaks of. */
public enum Spread {
  /** The mean over these MDPs, from the finite number of trials on each. */
  TRIALS {
    @Override
    Interval interval(BiasMeasure measure, PointResult point) {
      // Independent errors of the MDPs add in squares; what errs in one direction adds up.
      double below = 0;
      double shared = 0;
      double above = 0;
      int count = 0;
      boolean told = false;
      for (int mdp = 0; mdp < point.mdps().size(); mdp++) {
        Interval one = measure.on(point, mdp);
        if (Double.isFinite(one.value())) {
          if (Double.isFinite(one.low()) && Double.isFinite(one.high())) {
            double error = measure.below(point, mdp);
            if (measure.errsUpwards(point, mdp)) {
              shared += error;
            } else {
              below += error * error;
            }
            above += (one.high() - one.value()) * (one.high() - one.value());
            told = true;
          }
          count++;
        }
      }
      if (!told) {
        return MDPS.interval(measure, point);
      }
      double mean = measure.overMdps(point).mean();
      return new Interval(
          mean, mean - (Math.sqrt(below) + shared) / count, mean + Math.sqrt(above) / count);
    }
  },
  /** The mean over all such MDPs, from the finite number of MDPs. */
  MDPS {
    @Override
    Interval interval(BiasMeasure measure, PointResult point) {
      return measure.overMdps(point).interval();
    }
  };

  abstract Interval interval(BiasMeasure measure, PointResult point);
}
