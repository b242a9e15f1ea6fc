package gmrl.meta;

import gmrl.numpy.StateArrays;

/**
 * Collects the means along inner paths y_i of an estimate, each with a correction c_i of mean zero,
 * into the squared bias of the estimate.
 *
 * <p>Entry j of trial i counts as x_ij = y_ij − β_ij c_ij, where the strength β_ij is the
 * least-squares one of the trials before it: a correction may help one coordinate and harm another.
 * It does not depend on trial i, so every x_i has the mean of y_i exactly, and different x_i are
 * uncorrelated: the squared bias stays unbiased and so does its estimated error. With no correction
 * at all (c = 0) the sums are those of the y_i.
 *
 * <p>Add the trials in their order. Not thread-safe.
 */
public final class ControlledSums {
  /** Trials that the first guess β = 1 counts for. */
  private static final double PRIOR_TRIALS = 4;

  private final double[] exact;
  private final double[] noiseless;
  private final double[] error;
  private final ErrorSums sums;

  /** Σ y c and Σ c² by coordinate, y as its distance from the noiseless one. */
  private final double[] cross;

  private final double[] own;
  private int unusable;

  /**
   * Opens an empty collection.
   *
   * @param exact the exact gradient g [d], cloned
   * @param noiseless any fixed vector near the y_i, such as their value without noise [d], cloned
   */
  public ControlledSums(double[] exact, double[] noiseless) {
    this.exact = exact.clone();
    this.noiseless = noiseless.clone();
    error = new double[exact.length];
    cross = new double[exact.length];
    own = new double[exact.length];
    sums = new ErrorSums(exact.length);
  }

  /**
   * Adds the next trial.
   *
   * @param mean y_i [d], not modified
   * @param correction c_i [d], not modified
   */
  public void add(double[] mean, double[] correction) {
    double e2 = 0;
    for (int j = 0; j < error.length; j++) {
      double e = mean[j] - strength(j) * correction[j] - exact[j];
      error[j] = e;
      e2 += e * e;
    }
    if (!(e2 <= ErrorSums.LARGEST_SQUARED_NORM)) {
      unusable++;
      return;
    }
    for (int j = 0; j < error.length; j++) {
      cross[j] += (mean[j] - noiseless[j]) * correction[j];
      own[j] += correction[j] * correction[j];
    }
    sums.add(error, e2);
  }

  /** β_j for the next trial, in [0, 1]: least squares, drawn to 1 while there are few trials. */
  double strength(int j) {
    double prior = sums.trials() == 0 ? 1 : PRIOR_TRIALS * own[j] / sums.trials();
    double denominator = own[j] + prior;
    return denominator > 0 ? Math.max(0, Math.min(1, (cross[j] + prior) / denominator)) : 1;
  }

  /**
   * Puts the sums down, or takes them up.
   *
   * @throws IllegalArgumentException if they are of another number of dimensions
   */
  public void carry(StateArrays state) {
    unusable = state.count("unusable", unusable);
    state.fill("cross", cross);
    state.fill("own", own);
    sums.carry(state.part("sums"));
  }

  /** Trials that count. */
  public int trials() {
    return sums.trials();
  }

  /** Whether every trial was finite; if not, the mean of the others is another one. */
  public boolean isComplete() {
    return unusable == 0;
  }

  /** Unbiased ‖E y − g‖² with its 95 % interval; undefined below two trials. */
  public Interval biasSquared() {
    return sums.squaredMean().interval();
  }

  /** tr(Ĉov) of the x_i. */
  public double variance() {
    return sums.variance();
  }

  /** Standard error of that estimate, at its value. */
  public double standardError() {
    return sums.squaredMean().standardError();
  }
}
