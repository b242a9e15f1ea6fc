package gmrl.ipd;

/**
 * Workspace at one pair of policies: exact values and every first and second derivative.
 *
 * <p>With row_s the law of the next outcome in state s, M = (I − γP)⁻¹ over the four outcomes, w_a
 * = M r_a and c_s the discounted visits of state s (c_0 = 1, c_s = γ (Mᵀ row_0)_{s−1}),
 *
 * <pre>
 *   V_a = row_0 · w_a
 *   ∂V_a/∂p_s = c_s (∂row_s · w_a)
 *   ∂²V_a/∂p_s∂q_t = δ_st c_s (∂²row_s · w_a) + γ c_t (∂row_t M)_{s−1} (∂row_s · w_a)
 *                    + γ c_s (∂row_s M)_{t−1} (∂row_t · w_a)
 * </pre>
 *
 * for logits p, q of either agent. All vectors are in agent 1's view. Mutable; one per thread.
 */
final class JointPoint {
  static final int STATES = Views.STATES;
  private static final int OUTCOMES = 4;

  private final RepeatedGame game;
  private final double[][] theta = new double[2][STATES];

  /** Derivatives of order 0, 1, 2 of P(action) by [agent][order][state·2 + action]. */
  private final double[][][] choice = new double[2][3][STATES * 2];

  private final double[] inverse = new double[OUTCOMES * OUTCOMES];
  private final double[][] continuation = new double[2][OUTCOMES];
  private final double[] visits = new double[STATES];
  private final double[] row = new double[OUTCOMES];

  /** (∂row_s · w_a) by [agent whose logit][value agent · STATES + s]. */
  private final double[][] slope = new double[2][2 * STATES];

  /** (∂row_s M)_{t−1} by [agent whose logit][s · STATES + t]. */
  private final double[][] reach = new double[2][STATES * STATES];

  JointPoint(RepeatedGame game) {
    this.game = game;
  }

  /** Moves to (θ₁, θ₂), both in agent 1's view; evaluates everything the slots read. */
  void moveTo(double[] theta1, double[] theta2) {
    System.arraycopy(theta1, 0, theta[0], 0, STATES);
    System.arraycopy(theta2, 0, theta[1], 0, STATES);
    for (int agent = 0; agent < 2; agent++) {
      for (int s = 0; s < STATES; s++) {
        choose(choice[agent], s, Logistic.of(theta[agent][s]));
      }
    }
    invert();
    for (int a = 0; a < 2; a++) {
      double[] rewards = game.outcomeRewards(a);
      for (int i = 0; i < OUTCOMES; i++) {
        double sum = 0;
        for (int j = 0; j < OUTCOMES; j++) {
          sum += inverse[i * OUTCOMES + j] * rewards[j];
        }
        continuation[a][i] = sum;
      }
    }
    fillRow(0, 0, 0);
    visits[0] = 1;
    for (int j = 0; j < OUTCOMES; j++) {
      visits[1 + j] = game.discount() * rowTimesInverse(j);
    }
    for (int agent = 0; agent < 2; agent++) {
      for (int s = 0; s < STATES; s++) {
        fillRow(s, agent == 0 ? 1 : 0, agent == 0 ? 0 : 1);
        for (int a = 0; a < 2; a++) {
          slope[agent][a * STATES + s] = rowTimes(continuation[a]);
        }
        for (int t = 1; t < STATES; t++) {
          reach[agent][s * STATES + t] = rowTimesInverse(t - 1);
        }
      }
    }
  }

  double[] theta(int agent) {
    return theta[agent];
  }

  /** P(action 0) of an agent in a state. */
  double first(int agent, int state) {
    return choice[agent][0][state * 2];
  }

  RepeatedGame game() {
    return game;
  }

  /** V_a, discounted from the first reward. */
  double value(int a) {
    fillRow(0, 0, 0);
    return rowTimes(continuation[a]);
  }

  /** ∂V_a/∂θ_agent, overwriting {@code gradient} [5]. */
  void gradient(int a, int agent, double[] gradient) {
    for (int s = 0; s < STATES; s++) {
      gradient[s] = visits[s] * slope[agent][a * STATES + s];
    }
  }

  /** ∂²V_a/∂θ_rows[s]∂θ_columns[t]. */
  double second(int a, int rows, int columns, int s, int t) {
    double sum = 0;
    if (s == t) {
      fillRow(
          s,
          (rows == 0 ? 1 : 0) + (columns == 0 ? 1 : 0),
          (rows == 1 ? 1 : 0) + (columns == 1 ? 1 : 0));
      sum = visits[s] * rowTimes(continuation[a]);
    }
    if (s > 0) {
      sum +=
          game.discount()
              * visits[t]
              * reach[columns][t * STATES + s]
              * slope[rows][a * STATES + s];
    }
    if (t > 0) {
      sum +=
          game.discount()
              * visits[s]
              * reach[rows][s * STATES + t]
              * slope[columns][a * STATES + t];
    }
    return sum;
  }

  /** (∂²V_a/∂θ_rows∂θ_columns) u, overwriting {@code product} [5]; {@code vector} not modified. */
  void product(int a, int rows, int columns, double[] vector, double[] product) {
    for (int s = 0; s < STATES; s++) {
      double sum = 0;
      for (int t = 0; t < STATES; t++) {
        sum += second(a, rows, columns, s, t) * vector[t];
      }
      product[s] = sum;
    }
  }

  /**
   * Expected per-step means over a rollout: rewards of both agents, then both rates of action 1.
   *
   * @param length T ≥ 1 steps
   * @param means [4], overwritten
   */
  void rolloutMeans(int length, double[] means) {
    double[] law = new double[OUTCOMES];
    double[] total = new double[OUTCOMES];
    fillRow(0, 0, 0);
    System.arraycopy(row, 0, law, 0, OUTCOMES);
    double[][] rows = new double[OUTCOMES][];
    for (int i = 0; i < OUTCOMES; i++) {
      fillRow(1 + i, 0, 0);
      rows[i] = row.clone();
    }
    for (int t = 0; t < length; t++) {
      double[] next = new double[OUTCOMES];
      for (int i = 0; i < OUTCOMES; i++) {
        total[i] += law[i];
        for (int j = 0; j < OUTCOMES; j++) {
          next[j] += law[i] * rows[i][j];
        }
      }
      law = next;
    }
    for (int a = 0; a < 2; a++) {
      double[] rewards = game.outcomeRewards(a);
      means[a] = 0;
      for (int i = 0; i < OUTCOMES; i++) {
        means[a] += total[i] * rewards[i] / length;
      }
    }
    means[2] = (total[2] + total[3]) / length;
    means[3] = (total[1] + total[3]) / length;
  }

  private static void choose(double[][] orders, int s, double x) {
    double first = x * (1 - x);
    double second = first * (1 - 2 * x);
    orders[0][s * 2] = x;
    orders[0][s * 2 + 1] = 1 - x;
    orders[1][s * 2] = first;
    orders[1][s * 2 + 1] = -first;
    orders[2][s * 2] = second;
    orders[2][s * 2 + 1] = -second;
  }

  /** row ← the law of the outcome in state s, differentiated in either agent's logit. */
  private void fillRow(int s, int order1, int order2) {
    double[] x = choice[0][order1];
    double[] y = choice[1][order2];
    int at = s * 2;
    row[0] = x[at] * y[at];
    row[1] = x[at] * y[at + 1];
    row[2] = x[at + 1] * y[at];
    row[3] = x[at + 1] * y[at + 1];
  }

  private double rowTimes(double[] w) {
    return row[0] * w[0] + row[1] * w[1] + row[2] * w[2] + row[3] * w[3];
  }

  private double rowTimesInverse(int column) {
    return row[0] * inverse[column]
        + row[1] * inverse[OUTCOMES + column]
        + row[2] * inverse[2 * OUTCOMES + column]
        + row[3] * inverse[3 * OUTCOMES + column];
  }

  /** M = (I − γP)⁻¹ by Gauss–Jordan; rows are strictly diagonally dominant, so no pivoting. */
  private void invert() {
    double[] m = new double[OUTCOMES * OUTCOMES];
    for (int i = 0; i < OUTCOMES; i++) {
      fillRow(1 + i, 0, 0);
      for (int j = 0; j < OUTCOMES; j++) {
        double identity = i == j ? 1 : 0;
        m[i * OUTCOMES + j] = identity - game.discount() * row[j];
        inverse[i * OUTCOMES + j] = identity;
      }
    }
    for (int i = 0; i < OUTCOMES; i++) {
      double pivot = 1 / m[i * OUTCOMES + i];
      for (int j = 0; j < OUTCOMES; j++) {
        m[i * OUTCOMES + j] *= pivot;
        inverse[i * OUTCOMES + j] *= pivot;
      }
      for (int k = 0; k < OUTCOMES; k++) {
        double factor = m[k * OUTCOMES + i];
        if (k == i || factor == 0) {
          continue;
        }
        for (int j = 0; j < OUTCOMES; j++) {
          m[k * OUTCOMES + j] -= factor * m[i * OUTCOMES + j];
          inverse[k * OUTCOMES + j] -= factor * inverse[i * OUTCOMES + j];
        }
      }
    }
  }
}
