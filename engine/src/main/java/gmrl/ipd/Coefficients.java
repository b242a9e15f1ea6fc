package gmrl.ipd;

/**
 * An estimator as numbers per cell: step t earns γ^t · reward on the cumulative ratio ρ_t and −γ^t
 * · baseline on the ratio of its own step; the last step earns {@code tail} besides.
 *
 * <p>{@code loaded} becomes cumulative by summation by parts: γ^tÂ_t − γ^{t+1}Â_{t+1} = γ^t (r_t −
 * v(s_t) + γ v(s_{t+1})), with no successor after the last step.
 */
final class Coefficients {
  final double[] reward = new double[Scores.CELLS];
  final double[] baseline = new double[Scores.CELLS];
  final double[] tail = new double[Scores.CELLS];

  /** γ^t, [length]. */
  final double[] discounts;

  private final GameEstimator estimator;
  private final double discount;

  Coefficients(GameEstimator estimator, double discount, int length) {
    this.estimator = estimator;
    this.discount = discount;
    discounts = new double[length];
    double power = 1;
    for (int t = 0; t < length; t++) {
      discounts[t] = power;
      power *= discount;
    }
  }

  /** Whether second derivatives join scores of the same step only. */
  boolean stepwise() {
    return estimator == GameEstimator.LVC;
  }

  /**
   * Evaluates the cells for one agent's value.
   *
   * @param rewards by outcome [4]
   * @param values critic by state [5], agent 1's view; not read without baseline
   */
  void of(double[] rewards, double[] values) {
    for (int cell = 0; cell < Scores.USED; cell++) {
      int outcome = cell & 3;
      double v = values[cell >> 2];
      switch (estimator) {
        case DICE -> reward[cell] = rewards[outcome];
        case DICE_BASELINE, LVC -> {
          reward[cell] = rewards[outcome];
          baseline[cell] = v;
        }
        case LOADED -> {
          double next = discount * values[1 + outcome];
          reward[cell] = rewards[outcome] - v + next;
          tail[cell] = -next;
        }
      }
    }
  }
}
