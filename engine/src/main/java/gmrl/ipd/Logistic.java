package gmrl.ipd;

/** The logistic function, accurate in both tails. */
final class Logistic {
  private Logistic() {}

  /** σ(θ) = 1 / (1 + e^{−θ}). */
  static double of(double theta) {
    return 1 / (1 + Math.exp(-theta));
  }

  /** Logit of n₀ + 1 against n₁ + 1: the add-one estimate of θ from counts of the two actions. */
  static double logitFromCounts(double zeros, double ones) {
    return Math.log((zeros + 1) / (ones + 1));
  }
}
