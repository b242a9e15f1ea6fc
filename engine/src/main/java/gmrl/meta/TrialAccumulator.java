package gmrl.meta;

import gmrl.LibraryApi;
import gmrl.numpy.StateArrays;
import java.util.Arrays;
import java.util.Locale;

/**
 * Collects trial gradients g_i of an estimate of an exact gradient g, in O(d²/2) fused
 * multiply-adds per trial and without allocation.
 *
 * <p>Everything is kept as sums of e_i = g_i − g, so blocks of trials can be collected apart and
 * {@linkplain #merge merged}. Sums of doubles depend on their order in the last bits: cut the
 * trials into blocks of a fixed size and merge the blocks in ascending order, and the result is the
 * same to the last bit whatever the number of threads.
 *
 * <p>A trial with an entry that is NaN or infinite, or so large that its fourth power overflows, is
 * counted as non-finite and left out of every measure; the measures then speak of the others alone.
 *
 * <p>Not thread-safe; one per worker.
 */
public final class TrialAccumulator {
  private final double[] exact;
  private final double exactNorm;
  private final double exactMean;
  private final double exactSpread;

  private int nonFinite;
  private final double[] error;
  private final double[] squares;
  private final ErrorSums sums;
  private final MeanEstimate.Running correlation = new MeanEstimate.Running();
  private final MeanEstimate.Running cosine = new MeanEstimate.Running();
  private final MeanEstimate.Running angle = new MeanEstimate.Running();
  private final double[] innerError;

  /**
   * Opens an empty collection.
   *
   * @param exact the exact gradient g [d], cloned
   * @param innerSteps K ≥ 0, the number of inner errors that come with each trial
   * @throws IllegalArgumentException if g is empty or not finite, or K is negative
   */
  public TrialAccumulator(double[] exact, int innerSteps) {
    if (exact.length == 0) {
      throw new IllegalArgumentException("the exact gradient is empty, expected 1 or more entries");
    }
    for (int j = 0; j < exact.length; j++) {
      if (!Double.isFinite(exact[j])) {
        throw new IllegalArgumentException(
            "the exact gradient has entry " + j + " = " + exact[j] + ", expected finite numbers");
      }
    }
    if (innerSteps < 0) {
      throw new IllegalArgumentException("K is " + innerSteps + ", expected 0 or more inner steps");
    }
    this.exact = exact.clone();
    int d = exact.length;
    exactNorm = Math.sqrt(Vectors.dot(exact, exact));
    exactMean = Arrays.stream(exact).sum() / d;
    exactSpread = Math.sqrt(Vectors.centredSquares(exact, exactMean));
    error = new double[d];
    squares = new double[d];
    sums = new ErrorSums(d);
    innerError = new double[innerSteps];
  }

  /**
   * Adds one trial.
   *
   * @param estimate g_i [d], not modified
   * @param innerErrors ‖θ̂^k − θ^k‖² for k = 1 … K of this trial [K], not modified; NaN where the
   *     estimator runs no inner loop at φ itself
   * @throws IllegalArgumentException if a length differs from what was announced
   */
  public void add(double[] estimate, double[] innerErrors) {
    int d = exact.length;
    if (estimate.length != d || innerErrors.length != innerError.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "trial has %d gradient entries and %d inner errors, expected %d and %d",
              estimate.length,
              innerErrors.length,
              d,
              innerError.length));
    }
    double mean = 0;
    double e2 = 0;
    for (int j = 0; j < d; j++) {
      double e = estimate[j] - exact[j];
      error[j] = e;
      e2 += e * e;
      mean += estimate[j];
    }
    // One comparison that NaN fails too.
    if (!(e2 <= ErrorSums.LARGEST_SQUARED_NORM) || anyInfinite(innerErrors)) {
      nonFinite++;
      return;
    }
    mean /= d;
    double dot = 0;
    double own = 0;
    double centredDot = 0;
    double centredOwn = 0;
    for (int j = 0; j < d; j++) {
      double e = error[j];
      double g = estimate[j];
      double centred = g - mean;
      squares[j] += e * e;
      dot += g * exact[j];
      own += g * g;
      centredDot += centred * (exact[j] - exactMean);
      centredOwn += centred * centred;
    }
    sums.add(error, e2);
    double cos = ratio(dot, Math.sqrt(own) * exactNorm);
    cosine.add(cos);
    angle.add(Math.toDegrees(Math.acos(cos)));
    correlation.add(ratio(centredDot, Math.sqrt(centredOwn) * exactSpread));
    for (int k = 0; k < innerErrors.length; k++) {
      innerError[k] += innerErrors[k];
    }
  }

  /**
   * Adds all trials of a later block, as if they followed these.
   *
   * @param later a collection around the same exact gradient, not modified
   * @throws IllegalArgumentException if it was opened with another gradient or K
   */
  @LibraryApi
  public void merge(TrialAccumulator later) {
    if (!Arrays.equals(exact, later.exact) || innerError.length != later.innerError.length) {
      throw new IllegalArgumentException(
          "the blocks to merge belong to different exact gradients, expected the same");
    }
    nonFinite += later.nonFinite;
    sums.merge(later.sums);
    Vectors.add(later.squares, squares);
    Vectors.add(later.innerError, innerError);
    correlation.merge(later.correlation);
    cosine.merge(later.cosine);
    angle.merge(later.angle);
  }

  /**
   * Puts the sums down, or takes them up.
   *
   * @throws IllegalArgumentException if they are of another number of dimensions or steps
   */
  public void carry(StateArrays state) {
    nonFinite = state.count("nonFinite", nonFinite);
    state.fill("squares", squares);
    state.fill("innerError", innerError);
    sums.carry(state.part("sums"));
    correlation.carry(state.part("correlation"));
    cosine.carry(state.part("cosine"));
    angle.carry(state.part("angle"));
  }

  /** Number of trials that count, the non-finite ones not among them. */
  int trials() {
    return sums.trials();
  }

  /** The measures of the trials so far; may be asked for at any time, as often as wanted. */
  public Measures measures() {
    int d = exact.length;
    int trials = sums.trials();
    double m = trials;
    double[] mean = new double[d];
    double[] standardError = new double[d];
    double offset2 = 0;
    double dot = 0;
    double own = 0;
    double variance = 0;
    double sumOfStandardDeviations = 0;
    for (int j = 0; j < d; j++) {
      double offset = sums.mean(j);
      mean[j] = exact[j] + offset;
      offset2 += offset * offset;
      dot += mean[j] * exact[j];
      own += mean[j] * mean[j];
      double v = trials < 2 ? Double.NaN : Math.max(0, squares[j] - m * offset * offset) / (m - 1);
      standardError[j] = Math.sqrt(v / m);
      variance += v;
      sumOfStandardDeviations += Math.sqrt(v);
    }
    ErrorSums.SquaredMean bias = sums.squaredMean();
    double[] inner = innerError.clone();
    for (int k = 0; k < inner.length; k++) {
      inner[k] /= m;
    }
    return new Measures(
        trials,
        nonFinite,
        mean,
        standardError,
        offset2 / d,
        bias.interval(),
        bias.standardError(),
        bias.interval().rootOver(exactNorm),
        variance,
        sumOfStandardDeviations,
        correlation.estimate(),
        cosine.estimate(),
        exactNorm > 0 ? sums.meanSquaredNorm() / (exactNorm * exactNorm) : Double.NaN,
        inner,
        Math.toDegrees(Math.acos(ratio(dot, Math.sqrt(own) * exactNorm))),
        angle.estimate(),
        Route.SAMPLED);
  }

  /** A cosine kept inside [−1, 1]; NaN where a length is zero. */
  private static double ratio(double dot, double lengths) {
    return lengths > 0 ? Math.max(-1, Math.min(1, dot / lengths)) : Double.NaN;
  }

  private static boolean anyInfinite(double[] values) {
    for (double value : values) {
      if (Double.isInfinite(value)) {
        return true;
      }
    }
    return false;
  }
}
