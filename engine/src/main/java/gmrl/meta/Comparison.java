package gmrl.meta;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Two independent samples side by side, such as the final returns of two learners over seeds.
 *
 * @param first mean of the first with its 95 % interval (Student)
 * @param second likewise of the second
 * @param difference first − second with its 95 % interval (Welch); undefined with fewer than two
 *     values on a side
 * @param improvement probability that a value of the first exceeds one of the second, ties counted
 *     half, with a 95 % interval from resampling both (Agarwal et al. 2021)
 */
public record Comparison(
    Interval first, Interval second, Interval difference, Interval improvement) {
  private static final int RESAMPLES = 2000;
  private static final double TAIL = .025;

  /** What may be said of a difference. */
  public enum Verdict {
    /** The first is larger: the interval of the difference lies above 0. */
    LARGER,
    /** The first is smaller. */
    SMALLER,
    /** The interval holds 0, or there are too few values for one. */
    INCONCLUSIVE
  }

  /**
   * Compares.
   *
   * @param first at least one value, not modified
   * @param second likewise
   */
  public static Comparison of(double[] first, double[] second) {
    return new Comparison(
        interval(first),
        interval(second),
        difference(MeanEstimate.of(first), MeanEstimate.of(second)),
        improvement(first, second));
  }

  /** A mean with its 95 % interval after Student; only the mean is defined for a single value. */
  public static Interval interval(double[] values) {
    MeanEstimate mean = MeanEstimate.of(values);
    double half =
        mean.count() < 2
            ? Double.NaN
            : StudentT.quantile975(mean.count() - 1) * mean.standardError();
    return new Interval(mean.mean(), mean.mean() - half, mean.mean() + half);
  }

  private static Interval difference(MeanEstimate a, MeanEstimate b) {
    double value = a.mean() - b.mean();
    double x = a.standardError() * a.standardError();
    double y = b.standardError() * b.standardError();
    if (a.count() < 2 || b.count() < 2) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    // Satterthwaite's degrees of freedom, rounded down: a little wider.
    double freedom =
        x + y == 0
            ? a.count() + b.count() - 2
            : (x + y) * (x + y) / (x * x / (a.count() - 1) + y * y / (b.count() - 1));
    double half = StudentT.quantile975(Math.max(1, (int) freedom)) * Math.sqrt(x + y);
    return new Interval(value, value - half, value + half);
  }

  private static Interval improvement(double[] a, double[] b) {
    double value = wins(a, b);
    if (a.length < 2 || b.length < 2) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(a.length * 31L + b.length);
    double[] resampled = new double[RESAMPLES];
    Arrays.setAll(resampled, i -> wins(resample(a, random), resample(b, random)));
    Arrays.sort(resampled);
    return new Interval(
        value, resampled[(int) (TAIL * RESAMPLES)], resampled[(int) ((1 - TAIL) * RESAMPLES) - 1]);
  }

  private static double[] resample(double[] values, SplittableRandom random) {
    return random.ints(values.length, 0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static double wins(double[] a, double[] b) {
    double wins = 0;
    for (double x : a) {
      for (double y : b) {
        wins += x > y ? 1 : x == y ? .5 : 0;
      }
    }
    return wins / (a.length * (double) b.length);
  }

  /** Whether the interval of the difference leaves 0 out, and on which side. */
  public Verdict verdict() {
    return difference.low() > 0
        ? Verdict.LARGER
        : difference.high() < 0 ? Verdict.SMALLER : Verdict.INCONCLUSIVE;
  }
}
