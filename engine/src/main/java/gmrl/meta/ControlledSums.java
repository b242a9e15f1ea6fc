package gmrl.meta;

/**
 * Collects the means along inner paths y_i of an estimate, each with a correction c_i of mean zero,
 * into the squared bias of the estimate.
 *
 * <p>Trial i counts as x_i = y_i − β_i c_i, where the strength β_i is the least-squares one of the
 * trials before it. It does not depend on trial i, so every x_i has the mean of y_i exactly, and
 * different x_i are uncorrelated: the squared bias stays unbiased and so does its estimated error.
 * With no correction at all (c = 0) the sums are those of the y_i.
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
  private final double[] plain;
  private double plainSquares;
  private double cross;
  private double own;
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
    plain = new double[exact.length];
    sums = new ErrorSums(exact.length);
  }

  /**
   * Adds the next trial.
   *
   * @param mean y_i [d], not modified
   * @param correction c_i [d], not modified
   */
  public void add(double[] mean, double[] correction) {
    double strength = strength();
    double e2 = 0;
    double dot = 0;
    double c2 = 0;
    double y2 = 0;
    for (int j = 0; j < error.length; j++) {
      double c = correction[j];
      double e = mean[j] - strength * c - exact[j];
      error[j] = e;
      e2 += e * e;
      double y = mean[j] - noiseless[j];
      dot += y * c;
      c2 += c * c;
      y2 += y * y;
    }
    if (!(e2 <= ErrorSums.LARGEST_SQUARED_NORM)) {
      unusable++;
      return;
    }
    for (int j = 0; j < error.length; j++) {
      plain[j] += mean[j] - noiseless[j];
    }
    plainSquares += y2;
    cross += dot;
    own += c2;
    sums.add(error, e2);
  }

  /** β for the next trial, in [0, 1]: least squares, drawn to 1 while there are few trials. */
  double strength() {
    double prior = sums.trials() == 0 ? 1 : PRIOR_TRIALS * own / sums.trials();
    double denominator = own + prior;
    return denominator > 0 ? Math.max(0, Math.min(1, (cross + prior) / denominator)) : 1;
  }

  /**
   * How many times the correction at its best strength lowers the variance of these trials; 1 where
   * there is nothing to lower.
   */
  public double gain() {
    double n = sums.trials();
    double spread = plainSquares - Vectors.dot(plain, plain) / n;
    double taken = own > 0 ? cross * cross / own : 0;
    return spread > 0 ? spread / Math.max(spread - taken, Math.ulp(spread)) : 1;
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

  /** Standard error of that estimate, at its value. */
  public double standardError() {
    return sums.squaredMean().standardError();
  }
}
