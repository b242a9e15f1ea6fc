package gmrl.meta;

import gmrl.numpy.StateArrays;

/**
 * A sample mean and its standard error.
 *
 * @param mean the mean of the defined samples; NaN if there are none
 * @param standardError sample standard deviation over √count; NaN below two samples
 * @param count how many samples were defined
 */
public record MeanEstimate(double mean, double standardError, int count) {

  /**
   * Quantile of the normal distribution: this many standard errors on either side hold 95 %, where
   * they come from many samples.
   */
  public static final double NORMAL_95 = 1.96;

  /** Rejects a negative count or standard error. */
  public MeanEstimate {
    if (count < 0 || standardError < 0) {
      throw new IllegalArgumentException(
          "count is " + count + " and standardError " + standardError + ", expected 0 or more");
    }
  }

  /**
   * Mean and standard error of the samples that are not NaN.
   *
   * @param samples any number of values, not modified
   */
  public static MeanEstimate of(double... samples) {
    Running running = new Running();
    for (double sample : samples) {
      running.add(sample);
    }
    return running.estimate();
  }

  /**
   * The mean with its 95 % interval by Student's t, which for 3 or 10 samples is much wider than ±
   * {@link #NORMAL_95} standard errors; its ends are NaN below two samples.
   */
  public Interval interval() {
    double half = quantile95(count) * standardError;
    return new Interval(mean, mean - half, mean + half);
  }

  /**
   * How many standard errors on either side hold 95 %.
   *
   * @param count samples the standard error comes from; NaN below 2
   */
  public static double quantile95(int count) {
    return count < 2 ? Double.NaN : StudentT.quantile975(count - 1);
  }

  /** Sums that merge in any fixed order; undefined samples are left out and not counted. */
  static final class Running {
    private int count;
    private double shift;
    private double sum;
    private double sumOfSquares;

    /** Adds a sample; the first one becomes the origin, against cancellation. */
    void add(double sample) {
      if (Double.isNaN(sample)) {
        return;
      }
      if (count == 0) {
        shift = sample;
      }
      double d = sample - shift;
      count++;
      sum += d;
      sumOfSquares += d * d;
    }

    void carry(StateArrays state) {
      count = state.count("count", count);
      shift = state.number("shift", shift);
      sum = state.number("sum", sum);
      sumOfSquares = state.number("sumOfSquares", sumOfSquares);
    }

    void merge(Running other) {
      if (other.count == 0) {
        return;
      }
      if (count == 0) {
        shift = other.shift;
      }
      double move = other.shift - shift;
      sumOfSquares += other.sumOfSquares + 2 * move * other.sum + other.count * move * move;
      sum += other.sum + other.count * move;
      count += other.count;
    }

    MeanEstimate estimate() {
      if (count == 0) {
        return new MeanEstimate(Double.NaN, Double.NaN, 0);
      }
      double mean = sum / count;
      double error =
          count < 2
              ? Double.NaN
              : Math.sqrt(Math.max(0, sumOfSquares - sum * mean) / (count - 1) / count);
      return new MeanEstimate(shift + mean, error, count);
    }
  }
}
