package gmrl.experiment.claim;

import gmrl.experiment.ShortNumber;
import gmrl.meta.Interval;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A number with its standard error over independent samples.
 *
 * @param value of the statistic; NaN where the samples leave it undefined
 * @param error standard error, of the logarithm where {@code log}; 0 where nothing is random, NaN
 *     where too few samples tell
 * @param freedom degrees of freedom of the error
 * @param samples how many it rests on
 * @param log whether the error is one of the logarithm, as for ratios
 */
public record Estimate(double value, double error, double freedom, int samples, boolean log) {
  /** Probability that an interval misses, where nothing else is said. */
  static final double MISS = 0.05;

  /** A number that nothing random went into. */
  static Estimate exact(double value) {
    return new Estimate(value, 0, 1, 1, false);
  }

  /** The 95 % interval. */
  public Interval interval() {
    return interval(MISS);
  }

  /**
   * An interval by Student's t.
   *
   * @param miss probability that it misses
   */
  Interval interval(double miss) {
    if (!Double.isFinite(value)) {
      return Interval.undefined();
    }
    if (error == 0) {
      return new Interval(value, value, value);
    }
    if (Double.isNaN(error) || !(freedom > 0)) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    double half =
        new TDistribution(null, freedom).inverseCumulativeProbability(1 - miss / 2) * error;
    return log
        ? new Interval(value, value * Math.exp(-half), value * Math.exp(half))
        : new Interval(value, value - half, value + half);
  }

  /** The number with its interval, as people read it. */
  public String words() {
    Interval i = interval();
    String own = ShortNumber.of(i.value());
    return Double.isFinite(i.low()) && i.low() < i.high()
        ? own + " [" + ShortNumber.of(i.low()) + ", " + ShortNumber.of(i.high()) + "]"
        : own;
  }
}
