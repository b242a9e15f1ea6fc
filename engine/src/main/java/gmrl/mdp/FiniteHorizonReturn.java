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
  private final Mdp mdp;
  private final int horizon;
  private final PolicyPoint point;
  private final double[] reward;
  private final double[][] visits;
  private final double[][] visitTangents;
  private final double[][] advantages;
  private final double[][] values;
  private final double[] policyTangent;
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
  }

  /**
   * Evaluates the present policy.
   *
   * @param cellReward r[S·A], copied
   */
  public void reset(double[] cellReward) {
    System.arraycopy(cellReward, 0, reward, 0, reward.length);
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
    Arrays.fill(visits[0], 0);
    visits[0][mdp.start()] = 1;
    double discount = 1;
    for (int t = 0; t < horizon; t++) {
      discounts[t] = discount;
      discount *= mdp.gamma();
      if (t > 0) {
        Arrays.fill(visits[t], 0);
        for (int cell = 0; cell < policy.length; cell++) {
          spread(cell, visits[t - 1][cell / actions] * policy[cell], visits[t]);
        }
      }
    }
  }

  /** J_T(θ). */
  public double objective() {
    return values[horizon][mdp.start()];
  }

  /**
   * Computes ∇_θ J_T.
   *
   * @param gradient [S·A], overwritten
   */
  public void gradient(double[] gradient) {
    Arrays.fill(gradient, 0);
    double[] policy = point.policy();
    for (int t = 0; t < horizon; t++) {
      for (int cell = 0; cell < policy.length; cell++) {
        gradient[cell] +=
            discounts[t] * visits[t][cell / mdp.actions()] * policy[cell] * advantages[t][cell];
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
    for (int t = 0; t < horizon; t++) {
      for (int cell = 0; cell < policy.length; cell++) {
        int s = cell / mdp.actions();
        weights[cell] +=
            discounts[t] * visits[t][s] * policy[cell] * (values[horizon - t][s] - baseline[s]);
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
    tangents(vector);
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
  public void hessianVector(double[] vector, double[] product) {
    tangents(vector);
    double[] policy = point.policy();
    int actions = mdp.actions();
    Arrays.fill(product, 0);
    double[] later = new double[mdp.states()];
    double[] now = new double[mdp.states()];
    for (int t = horizon - 1; t >= 0; t--) {
      double[] advantage = advantages[t];
      for (int s = 0, row = 0; s < mdp.states(); s++, row += actions) {
        double valueTangent = 0;
        for (int cell = row; cell < row + actions; cell++) {
          valueTangent +=
              policyTangent[cell] * advantage[cell]
                  + policy[cell] * mdp.gamma() * expected(cell, later);
        }
        now[s] = valueTangent;
        for (int cell = row; cell < row + actions; cell++) {
          double advantageTangent = mdp.gamma() * expected(cell, later) - valueTangent;
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

  private void tangents(double[] vector) {
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
      for (int cell = 0; cell < policy.length; cell++) {
        int s = cell / actions;
        double weight =
            visitTangents[t - 1][s] * policy[cell] + visits[t - 1][s] * policyTangent[cell];
        spread(cell, weight, visitTangents[t]);
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
