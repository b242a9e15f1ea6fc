package gmrl.experiment.compare;

import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's test of a difference of two means.
 *
 * @param paired whether sample by sample (Student), otherwise between independent groups of unequal
 *     variance (Welch)
 * @param first mean of the first samples
 * @param second mean of the second samples
 * @param difference second − first with its 95 % interval; undefined ends below two samples
 * @param t the statistic; NaN where there is no spread
 * @param freedom degrees of freedom, Satterthwaite's where not paired; NaN below two samples
 * @param p two-sided probability of a |t| this large where the means are equal; NaN below two
 *     samples
 */
public record DifferenceTest(
    boolean paired,
    MeanEstimate first,
    MeanEstimate second,
    Interval difference,
    double t,
    double freedom,
    double p) {
  private static final double UPPER = .975;

  /** What may be said. */
  public enum Verdict {
    /** The second is larger: the interval lies above 0. */
    LARGER,
    /** The second is smaller. */
    SMALLER,
    /** Every pair has the same numbers. */
    SAME,
    /** The interval holds 0, or there are too few samples for one. */
    INCONCLUSIVE
  }

  /**
   * Sample by sample.
   *
   * @param first samples, not modified; pairs with an undefined side are left out
   * @param second as many
   */
  public static DifferenceTest paired(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d and %d samples, expected pairs", first.length, second.length));
    }
    double[] a = first.clone();
    double[] b = second.clone();
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      if (Double.isNaN(a[i]) || Double.isNaN(b[i])) {
        a[i] = Double.NaN;
        b[i] = Double.NaN;
      }
      differences[i] = b[i] - a[i];
    }
    MeanEstimate mean = MeanEstimate.of(differences);
    return of(
        true,
        MeanEstimate.of(a),
        MeanEstimate.of(b),
        mean.mean(),
        mean.standardError(),
        mean.count() - 1.0);
  }

  /**
   * Between independent samples (Welch 1947).
   *
   * @param first samples, not modified; undefined ones are left out
   * @param second samples, perhaps another number of them
   */
  public static DifferenceTest unpaired(double[] first, double[] second) {
    MeanEstimate a = MeanEstimate.of(first);
    MeanEstimate b = MeanEstimate.of(second);
    double x = a.standardError() * a.standardError();
    double y = b.standardError() * b.standardError();
    double freedom =
        x + y == 0
            ? a.count() + b.count() - 2.0
            : (x + y) * (x + y) / (x * x / (a.count() - 1) + y * y / (b.count() - 1));
    return of(false, a, b, b.mean() - a.mean(), Math.sqrt(x + y), freedom);
  }

  private static DifferenceTest of(
      boolean paired,
      MeanEstimate first,
      MeanEstimate second,
      double value,
      double error,
      double freedom) {
    if (!(freedom > 0) || Double.isNaN(error) || !Double.isFinite(value)) {
      Interval alone = new Interval(value, Double.NaN, Double.NaN);
      return new DifferenceTest(paired, first, second, alone, Double.NaN, Double.NaN, Double.NaN);
    }
    if (error == 0) {
      return new DifferenceTest(
          paired,
          first,
          second,
          new Interval(value, value, value),
          Double.NaN,
          freedom,
          value == 0 ? 1 : 0);
    }
    TDistribution student = new TDistribution(null, freedom);
    double half = student.inverseCumulativeProbability(UPPER) * error;
    double t = value / error;
    return new DifferenceTest(
        paired,
        first,
        second,
        new Interval(value, value - half, value + half),
        t,
        freedom,
        2 * student.cumulativeProbability(-Math.abs(t)));
  }

  /** Whether the interval leaves 0 out, and on which side. */
  public Verdict verdict() {
    if (difference.low() == 0 && difference.high() == 0) {
      return Verdict.SAME;
    }
    return difference.low() > 0
        ? Verdict.LARGER
        : difference.high() < 0 ? Verdict.SMALLER : Verdict.INCONCLUSIVE;
  }
}
