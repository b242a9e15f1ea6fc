package gmrl.ipd;

/**
 * A value per state, regressed on the reward of the step that leaves it.
 *
 * <p>The immediate reward rather than the return is what the reference programs of LOLA-DiCE
 * regress; any function of the state is a valid baseline, and this one is kept so that learning
 * curves compare.
 */
final class Critic {
  private Critic() {}

  /**
   * Downhill direction of the squared error mean_{b,t} (reward − v(s))².
   *
   * @param counts visits by cell [CELLS], not modified
   * @param rewards by outcome [4]
   * @param values v by state [5], not modified
   * @param direction −∂loss/∂v [5], overwritten
   */
  static void ascent(double[] counts, double[] rewards, double[] values, double[] direction) {
    double total = 0;
    for (int cell = 0; cell < Scores.USED; cell++) {
      total += counts[cell];
    }
    for (int s = 0; s < Views.STATES; s++) {
      double sum = 0;
      for (int outcome = 0; outcome < 4; outcome++) {
        sum += counts[4 * s + outcome] * (rewards[outcome] - values[s]);
      }
      direction[s] = 2 * sum / total;
    }
  }
}
