package gmrl.meta;

import gmrl.numpy.StateArrays;

/**
 * The sums of trial errors e_i = g_i − g behind the squared bias and its 95 % interval.
 *
 * <p>U = ‖ē‖² − tr(Ĉ)/M estimates β = ‖E e‖² without bias, and its variance is exactly
 *
 * <pre>  Var U = 4 bᵀΣb / M + 2 tr(Σ²) / (M(M−1)),   b = E e.</pre>
 *
 * The first term vanishes with the bias, so an interval U ± t·se with an estimated se (as the
 * jackknife gives) misses β = 0 far too often: U is smallest when its estimated error is. Here the
 * β that are not rejected by |U − β| ≤ t √(4λβ/M + 2 tr(Σ²)/(M(M−1))) are collected instead, as
 * Wilson's interval does for a proportion, with λ = ēᵀĈē/‖ē‖² the variance along the bias. Noise in
 * ē pulls λ towards the directions of large variance: where the bias is comparable to its noise and
 * lies across it, the interval is wider than need be (up to 99.5 % coverage), never too narrow.
 *
 * <p>tr(Σ²) is estimated without bias and without assuming normal errors (Himeno and Yamada, J.
 * Multivariate Anal. 130, 2014).
 */
final class ErrorSums {
  /** Above this ‖e‖² its square, summed over any number of trials, may overflow. */
  static final double LARGEST_SQUARED_NORM = 1e140;

  private int trials;
  private final double[] sum;
  private final double[] weighted;
  private double norm2;
  private double norm4;
  private final SecondMoments second;

  ErrorSums(int dimension) {
    sum = new double[dimension];
    weighted = new double[dimension];
    second = new SecondMoments(dimension);
  }

  /** Adds e [d] (not modified), whose squared norm is {@code squaredNorm}. */
  void add(double[] error, double squaredNorm) {
    for (int j = 0; j < error.length; j++) {
      sum[j] += error[j];
      weighted[j] += squaredNorm * error[j];
    }
    trials++;
    norm2 += squaredNorm;
    norm4 += squaredNorm * squaredNorm;
    second.add(error);
  }

  void merge(ErrorSums other) {
    trials += other.trials;
    norm2 += other.norm2;
    norm4 += other.norm4;
    Vectors.add(other.sum, sum);
    Vectors.add(other.weighted, weighted);
    second.merge(other.second);
  }

  void carry(StateArrays state) {
    trials = state.count("trials", trials);
    norm2 = state.number("norm2", norm2);
    norm4 = state.number("norm4", norm4);
    state.fill("sum", sum);
    state.fill("weighted", weighted);
    second.carry(state);
  }

  int trials() {
    return trials;
  }

  /** ē_j; NaN without trials. */
  double mean(int j) {
    return sum[j] / trials;
  }

  /** Mean of ‖e_i‖²; NaN without trials. */
  double meanSquaredNorm() {
    return norm2 / trials;
  }

  /** tr(Ĉ); undefined below two trials. */
  double variance() {
    return Math.max(0, (norm2 - Vectors.dot(sum, sum) / trials) / (trials - 1));
  }

  /**
   * An unbiased ‖E e‖², its interval and its standard error at the estimate.
   *
   * @param interval always holds its value; its lower end is below zero where zero is not rejected
   * @param standardError √(4λ max(0, U)/M + 2 tr(Σ²)/(M(M−1)))
   */
  record SquaredMean(Interval interval, double standardError) {}

  /** The squared bias; undefined below two trials. */
  SquaredMean squaredMean() {
    if (trials < 2) {
      return new SquaredMean(Interval.undefined(), Double.NaN);
    }
    double m = trials;
    double sum2 = Vectors.dot(sum, sum);
    double trace = variance();
    double value = sum2 / (m * m) - trace / m;
    double[] covariance = second.covariance(sum, trials);
    double spread = 2 * traceOfSquare(trace, covariance) / (m * (m - 1));
    double along = sum2 > 0 ? Math.max(0, second.quadraticForm(covariance, sum)) / sum2 : 0;
    double t = StudentT.quantile975(trials - 1);
    double shift = 2 * t * t * along / m;
    double atZero = t * Math.sqrt(spread);
    double inside = 2 * value * shift + shift * shift + atZero * atZero;
    // Below β = 0 the variance is that at 0.
    double low = value > atZero ? value + shift - Math.sqrt(inside) : value - atZero;
    double high = inside >= 0 ? value + shift + Math.sqrt(inside) : value + atZero;
    return new SquaredMean(
        new Interval(value, Math.min(value, low), Math.max(value, high)),
        Math.sqrt(4 * along * Math.max(0, value) / m + spread));
  }

  private double traceOfSquare(double trace, double[] covariance) {
    double m = trials;
    double largest = trace * trace;
    if (trials < 4) {
      return largest; // not estimable; this is the most it can be
    }
    double b = Vectors.dot(sum, sum) / (m * m);
    double alongMean = second.quadraticForm(covariance, sum) * (m - 1) / (m * m) + m * b * b;
    double centred4 =
        norm4 + 4 * alongMean - 4 * Vectors.dot(sum, weighted) / m + 2 * b * norm2 - 3 * m * b * b;
    double unbiased =
        ((m - 1) * (m - 2) * second.traceOfSquare(covariance) + largest - m / (m - 1) * centred4)
            * (m - 1)
            / (m * (m - 2) * (m - 3));
    return Math.min(largest, Math.max(largest / sum.length, unbiased));
  }
}
