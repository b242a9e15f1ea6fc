package gmrl.ipd;

/**
 * What a cell (state, outcome) contributes to log-likelihoods under a pair of policies.
 *
 * <p>Cell 4·s + o, outcome o = 2·a₁ + a₂. Both agents' scores live in the row of the state, so a
 * batch enters every derivative through sums per cell.
 */
final class Scores {
  /** Table length, a power of two above the 20 cells so that indices need no check of their own. */
  static final int CELLS = 32;

  static final int USED = 20;

  /** ∂log π_agent(a|s)/∂θ[s] by [agent][cell]. */
  final double[][] score = new double[2][CELLS];

  /** ∂²log π_agent(a|s)/∂θ[s]² by [agent][cell]. */
  final double[][] curvature = new double[2][CELLS];

  /** π₁π₂ by [cell]. */
  final double[] probability = new double[CELLS];

  /**
   * Evaluates the tables.
   *
   * @param epsilon added to each agent's probability inside the logarithm; 0 except to follow
   *     programs that add it
   */
  void at(JointPoint point, double epsilon) {
    for (int cell = 0; cell < USED; cell++) {
      int s = cell >> 2;
      double joint = 1;
      for (int agent = 0; agent < 2; agent++) {
        int action = agent == 0 ? (cell >> 1) & 1 : cell & 1;
        double x = point.first(agent, s);
        double sign = action == 0 ? 1 : -1;
        double padded = (action == 0 ? x : 1 - x) + epsilon;
        double slope = sign * x * (1 - x);
        double bend = slope * (1 - 2 * x);
        joint *= padded;
        // Without padding the quotients simplify; a probability that underflows divides nothing.
        double first = epsilon == 0 ? (action == 0 ? 1 - x : -x) : slope / padded;
        score[agent][cell] = first;
        curvature[agent][cell] = epsilon == 0 ? -x * (1 - x) : bend / padded - first * first;
      }
      probability[cell] = joint;
    }
  }

  /** out[s] = Σ over cells of s of table · score of the agent, [5]. */
  void project(int agent, double[] table, double scale, double[] out) {
    for (int s = 0; s < Views.STATES; s++) {
      double sum = 0;
      for (int cell = 4 * s; cell < 4 * s + 4; cell++) {
        sum += table[cell] * score[agent][cell];
      }
      out[s] = sum * scale;
    }
  }

  /** out[s] += u[s] Σ over cells of s of table · ∂²log π of the agent. */
  void addCurvature(int agent, double[] table, double scale, double[] vector, double[] out) {
    for (int s = 0; s < Views.STATES; s++) {
      double sum = 0;
      for (int cell = 4 * s; cell < 4 * s + 4; cell++) {
        sum += table[cell] * curvature[agent][cell];
      }
      out[s] += sum * scale * vector[s];
    }
  }
}
