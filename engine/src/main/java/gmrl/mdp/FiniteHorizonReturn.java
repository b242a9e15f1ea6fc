package gmrl.mdp;

import java.util.Arrays;

/**
 * The return of the first T steps, exactly, with its first two derivatives in the policy.
 *
 * <pre>
 *   J_T(θ) = E Σ_{t&lt;T} γ^t r(s_t, a_t),   v_h(s) = Σ_a π q_h,   q_h = r + γ P v_{h−1},   v_0 = 0
 *   ∂J_T/∂θ[s,a] = Σ_{t&lt;T} γ^t p_t(s) π(a|s) (q_{T−t}(s,a) − v_{T−t}(s))
 * </pre>
 *
 * with p_t the state distribution after t steps. It differs from {@link ReturnEvaluation} by the
 * horizon alone, a bias of order γ^T. The Hessian-vector product differentiates both recursions
 * along v, in O(T·S²·A). Belongs to one thread.
 */
public final class FiniteHorizonReturn {
  /** Up to this many states an action, P_π is formed once and multiplied T times. */
  private static final int LARGEST_CHAIN_RATIO = 4;

  private final Mdp mdp;
  private final int horizon;
  private PolicyPoint point;
  private final double[] reward;
  private final double[][] visits;
  private final double[][] visitTangents;
  private final double[][] advantages;
  private final double[][] values;
  private final double[] policyTangent;

  /** P_π [S·S] where whole rows of it cost less than the entries of P; else empty. */
  private final double[] chain;

  /** Whether the reward is an advantage held fixed, whose values vanish. */
  private boolean held;

  private final double[] discounts;

  /** An evaluation at the given policy workspace; call {@link #reset} whenever that one moves. */
  public FiniteHorizonReturn(PolicyPoint point, int horizon) {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon is " + horizon + ", expected at least 1 step");
    }
    this.point = point;
    this.horizon = horizon;
    mdp = point.mdp();
    reward = new double[mdp.cells()];
    visits = new double[horizon][mdp.states()];
    visitTangents = new double[horizon][mdp.states()];
    advantages = new double[horizon][mdp.cells()];
    values = new double[horizon + 1][mdp.states()];
    policyTangent = new double[mdp.cells()];
    discounts = new double[horizon];
    boolean small = mdp.states() <= LARGEST_CHAIN_RATIO * mdp.actions();
    chain = new double[small ? mdp.states() * mdp.states() : 0];
    double discount = 1;
    for (int t = 0; t < horizon; t++) {
      discounts[t] = discount;
      discount *= mdp.gamma();
    }
  }

  /** Turns to another policy workspace of the same MDP and evaluates it. */
  void reset(PolicyPoint other, double[] cellReward) {
    point = other;
    reset(cellReward);
  }

  /**
   * Evaluates the present policy.
   *
   * @param cellReward r[S·A], copied
   */
  public void reset(double[] cellReward) {
    System.arraycopy(cellReward, 0, reward, 0, reward.length);
    held = false;
    double[] policy = point.policy();
    int actions = mdp.actions();
    for (int h = 1; h <= horizon; h++) {
      double[] advantage = advantages[horizon - h];
      for (int s = 0, row = 0; s < mdp.states(); s++, row += actions) {
        double value = 0;
        for (int cell = row; cell < row + actions; cell++) {
          advantage[cell] = reward[cell] + mdp.gamma() * expected(cell, values[h - 1]);
          value += policy[cell] * advantage[cell];
        }
        values[h][s] = value;
        for (int cell = row; cell < row + actions; cell++) {
          advantage[cell] -= value;
        }
      }
    }
    visit();
  }

  /**
   * Turns to another policy workspace of the same MDP and evaluates it under its own advantage,
   * held fixed as a reward: the values vanish, because Σ_a π A = 0.
   */
  void resetHeld(PolicyPoint other, double[] advantage) {
    point = other;
    System.arraycopy(advantage, 0, reward, 0, reward.length);
    held = true;
    visit();
  }

  private void visit() {
    double[] policy = point.policy();
    int actions = mdp.actions();
    Arrays.fill(visits[0], 0);
    visits[0][mdp.start()] = 1;
    if (chain.length > 0) {
      visitByChain();
      return;
    }
    for (int t = 1; t < horizon; t++) {
      Arrays.fill(visits[t], 0);
      for (int s = 0, cell = 0; s < mdp.states(); s++) {
        double visit = visits[t - 1][s];
        if (visit == 0) {
          cell += actions;
          continue;
        }
        for (int a = 0; a < actions; a++, cell++) {
          spread(cell, visit * policy[cell], visits[t]);
        }
      }
    }
  }

  private void visitByChain() {
    double[] policy = point.policy();
    int states = mdp.states();
    Arrays.fill(chain, 0);
    for (int s = 0, cell = 0; s < states; s++) {
      for (int a = 0; a < mdp.actions(); a++, cell++) {
        mdp.rows().spread(cell, policy[cell], chain, s * states);
      }
    }
    for (int t = 1; t < horizon; t++) {
      double[] before = visits[t - 1];
      double[] now = visits[t];
      Arrays.fill(now, 0);
      for (int s = 0; s < states; s++) {
        double visit = before[s];
        if (visit != 0) {
          int row = s * states;
          for (int to = 0; to < states; to++) {
            now[to] += visit * chain[row + to];
          }
        }
      }
    }
  }

  /** q_{T−t} − v_{T−t}. */
  private double[] advantage(int t) {
    return held ? reward : advantages[t];
  }

  /** J_T(θ). */
  double objective() {
    return values[horizon][mdp.start()];
  }

  /**
   * Computes ∇_θ J_T.
   *
   * @param gradient [S·A], overwritten
   */
  public void gradient(double[] gradient) {
    if (held) {
      heldGradient(gradient);
      return;
    }
    Arrays.fill(gradient, 0);
    double[] policy = point.policy();
    int actions = mdp.actions();
    for (int t = 0; t < horizon; t++) {
      double[] advantage = advantages[t];
      for (int s = 0, cell = 0; s < mdp.states(); s++) {
        double weight = discounts[t] * visits[t][s];
        for (int a = 0; a < actions; a++, cell++) {
          gradient[cell] += weight * policy[cell] * advantage[cell];
        }
      }
    }
  }

  /** One advantage for all times needs the discounted visits only as their sum. */
  private void heldGradient(double[] gradient) {
    double[] policy = point.policy();
    int actions = mdp.actions();
    for (int s = 0, cell = 0; s < mdp.states(); s++) {
      double weight = 0;
      for (int t = 0; t < horizon; t++) {
        weight += discounts[t] * visits[t][s];
      }
      for (int a = 0; a < actions; a++, cell++) {
        gradient[cell] = weight * policy[cell] * reward[cell];
      }
    }
  }

  /**
   * Adds what a baseline leaves in the state-action values: Σ_t γ^t p_t(s) π(a|s) (v_{T−t}(s) −
   * b(s)).
   *
   * @param baseline b[S], not modified
   * @param weights [S·A], added to
   */
  void addStateValues(double[] baseline, double[] weights) {
    double[] policy = point.policy();
    int actions = mdp.actions();
    for (int t = 0; t < horizon; t++) {
      double[] value = values[horizon - t];
      for (int s = 0, cell = 0; s < baseline.length; s++) {
        double weight = discounts[t] * visits[t][s] * (value[s] - baseline[s]);
        for (int a = 0; a < actions; a++, cell++) {
          weights[cell] += weight * policy[cell];
        }
      }
    }
  }

  /**
   * Computes the mean of {@link BatchEstimate#rewardVector}: with the expected trace ê_t[s,a] =
   * π(a|s) (ē_t(s) + p_t(s) z[s,a]) and ē_{t+1} = λ Pᵀ ê_t, a reward counts Σ_t γ^t ê_t and a value
   * Σ_t γ^t (γ Pᵀ ê_t − Σ_a ê_t).
   *
   * @param vector v [S·A], not modified
   * @param gaeLambda λ
   * @param rewardProduct [S·A], overwritten
   * @param criticProduct [S], overwritten
   */
  void traces(double[] vector, double gaeLambda, double[] rewardProduct, double[] criticProduct) {
    tangents(vector, 1);
    double[] policy = point.policy();
    double[] carried = new double[mdp.states()];
    Arrays.fill(rewardProduct, 0);
    Arrays.fill(criticProduct, 0);
    for (int t = 0; t < horizon; t++) {
      double[] next = new double[mdp.states()];
      for (int cell = 0; cell < policy.length; cell++) {
        int s = cell / mdp.actions();
        // π z is the policy's tangent along v.
        double mass = policy[cell] * carried[s] + visits[t][s] * policyTangent[cell];
        rewardProduct[cell] += discounts[t] * mass;
        criticProduct[s] -= discounts[t] * mass;
        spread(cell, mass, next);
      }
      for (int s = 0; s < next.length; s++) {
        criticProduct[s] += discounts[t] * mdp.gamma() * next[s];
        carried[s] = gaeLambda * next[s];
      }
    }
  }

  /**
   * Computes ∇²_θ J_T v.
   *
   * @param vector v [S·A], not modified
   * @param product [S·A], overwritten; must not alias {@code vector}
   */
  void hessianVector(double[] vector, double[] product) {
    hessianVector(vector, 1, product);
  }

  /**
   * Computes the part of ∇²_θ J_T v that is left when the influence of a step on a later one counts
   * λ for each step between them: all of it at λ = 1, and at λ = 0 the part in which both scores
   * belong to one step.
   *
   * @param vector v [S·A], not modified
   * @param kept λ
   * @param product [S·A], overwritten; must not alias {@code vector}
   */
  void hessianVector(double[] vector, double kept, double[] product) {
    tangents(vector, kept);
    double carried = kept * mdp.gamma();
    double[] policy = point.policy();
    int actions = mdp.actions();
    Arrays.fill(product, 0);
    double[] later = new double[mdp.states()];
    double[] now = new double[mdp.states()];
    for (int t = horizon - 1; t >= 0; t--) {
      double[] advantage = advantage(t);
      for (int s = 0, row = 0; s < mdp.states(); s++, row += actions) {
        double valueTangent = 0;
        for (int cell = row; cell < row + actions; cell++) {
          valueTangent +=
              policyTangent[cell] * advantage[cell]
                  + policy[cell] * carried * expected(cell, later);
        }
        now[s] = valueTangent;
        for (int cell = row; cell < row + actions; cell++) {
          double advantageTangent = carried * expected(cell, later) - valueTangent;
          double visit = visits[t][s];
          product[cell] +=
              discounts[t]
                  * ((visitTangents[t][s] * policy[cell] + visit * policyTangent[cell])
                          * advantage[cell]
                      + visit * policy[cell] * advantageTangent);
        }
      }
      System.arraycopy(now, 0, later, 0, now.length);
    }
  }

  private void tangents(double[] vector, double kept) {
    double[] policy = point.policy();
    int actions = mdp.actions();
    for (int row = 0; row < policy.length; row += actions) {
      double mean = 0;
      for (int cell = row; cell < row + actions; cell++) {
        mean += policy[cell] * vector[cell];
      }
      for (int cell = row; cell < row + actions; cell++) {
        policyTangent[cell] = policy[cell] * (vector[cell] - mean);
      }
    }
    Arrays.fill(visitTangents[0], 0);
    for (int t = 1; t < horizon; t++) {
      Arrays.fill(visitTangents[t], 0);
      for (int s = 0, cell = 0; s < mdp.states(); s++) {
        double visit = visits[t - 1][s];
        double tangent = visitTangents[t - 1][s];
        for (int a = 0; a < actions; a++, cell++) {
          double mass = kept * (tangent * policy[cell] + visit * policyTangent[cell]);
          spread(cell, mass, visitTangents[t]);
        }
      }
    }
  }

  /** Σ_s' P(s'|cell) x(s'). */
  private double expected(int cell, double[] x) {
    return mdp.rows().expected(cell, x);
  }

  private void spread(int cell, double weight, double[] states) {
    mdp.rows().spread(cell, weight, states, 0);
  }
}
