package gmrl.theory;

/**
 * How far a gradient sampled from N trajectories can be from ∇J on average, at any policy: E ‖ĝ −
 * ∇J‖ ≤ σ/√N + f.
 *
 * <p>σ bounds the root of the second moment of one trajectory's Σ_t γ^t Â_t s_t, with |Â_t| at most
 * the spread of returns (or the size of one without a critic), E ‖s_t‖² ≤ 1 − 1/A, and a critic's
 * noise of mean zero that is independent of the trajectory. f is what does not fall with N: the
 * horizon, and where the noisy critic ends the return, the noise that all trajectories share.
 *
 * @param ofOne σ
 * @param floor f
 */
public record BatchNoise(double ofOne, double floor) {

  /** Where a critic enters the advantages. */
  public enum Critic {
    /** Returns of T steps. */
    NONE,
    /** The same less the critic's value. */
    BASELINE,
    /** The critic also ends the return. */
    BOOTSTRAP
  }

  /**
   * Bounds an estimator.
   *
   * @param returns what the return can be
   * @param horizon T ≥ 1
   * @param states number of states
   * @param actions number of actions
   * @param critic where a critic enters
   * @param criticNoise standard deviation of its errors, in units of ‖V‖₂ / S
   * @param gaeLambda λ of the generalised advantage
   */
  public static BatchNoise of(
      ReturnBounds returns,
      int horizon,
      int states,
      int actions,
      Critic critic,
      double criticNoise,
      double gaeLambda) {
    double gamma = returns.gamma();
    double score = Math.sqrt(1 - 1.0 / actions);
    double weights = (1 - Math.pow(gamma, horizon)) * returns.steps();
    double noise = criticNoise * returns.size() / Math.sqrt(states);
    return switch (critic) {
      case NONE ->
          new BatchNoise(weights * score * returns.size(), returns.gradientBeyond(horizon));
      case BASELINE ->
          new BatchNoise(
              weights * score * (2 * returns.size() + noise), returns.gradientBeyond(horizon));
      case BOOTSTRAP -> {
        double beyond =
            Math.pow(gamma, horizon) * returns.steps() * returns.spread() * Math.sqrt(0.5);
        double shared =
            gaeLambda == 1
                ? Math.pow(gamma, horizon) * Math.sqrt(horizon / 2.0)
                : gamma * weights * Math.sqrt(0.5);
        yield new BatchNoise(
            weights * score * (returns.spread() + 2 * noise), beyond + shared * noise);
      }
    };
  }

  /** The noise of one trajectory that would be as large with N of them: σ + f √N. */
  double asOfOne(double samples) {
    return ofOne + floor * Math.sqrt(samples);
  }
}
