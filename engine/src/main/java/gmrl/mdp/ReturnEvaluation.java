package gmrl.mdp;

import java.util.Arrays;

/**
 * Exact return of a policy and its first two derivatives, by solves with one factorisation.
 *
 * <pre>
 *   V = (I − γP_π)⁻¹ r_π,   Q = r + γPV,   J(θ) = V(s₀)
 *   ∂J/∂θ[s,a] = d(s) π(a|s) (Q(s,a) − V(s)),   d = (I − γP_π)⁻ᵀ e_{s₀}
 * </pre>
 *
 * The Hessian-vector product differentiates the gradient along v: two more solves, for V' and d'
 * (policy gradient theorem, Sutton et al. 2000, differentiated once more). The reward is an
 * argument, so the same class serves the extrinsic and the shaped return. Belongs to one thread.
 */
public final class ReturnEvaluation {
  private final int states;
  private final int actions;
  private final PolicyPoint point;
  private final double[] reward;
  private final double[] value;
  private final double[] advantage;
  private final double[] occupancy;
  private final double[] policyTangent;
  private final double[] valueTangent;
  private final double[] occupancyTangent;
  private boolean valued;
  private boolean differentiated;

  /** An evaluation at the given policy workspace; call {@link #reset} whenever that one moves. */
  public ReturnEvaluation(PolicyPoint point) {
    this.point = point;
    states = point.mdp().states();
    actions = point.mdp().actions();
    reward = point.mdp().cellRewards();
    value = new double[states];
    advantage = new double[states * actions];
    occupancy = new double[states];
    policyTangent = new double[states * actions];
    valueTangent = new double[states];
    occupancyTangent = new double[states];
  }

  /** Forgets what was computed: the policy has moved. */
  public void reset() {
    valued = false;
    differentiated = false;
  }

  /**
   * Forgets what was computed and changes the reward.
   *
   * @param cellReward r[S·A], copied
   */
  public void reset(double[] cellReward) {
    System.arraycopy(cellReward, 0, reward, 0, reward.length);
    reset();
  }

  /** The live r[S·A] that is evaluated, not to be modified. */
  double[] reward() {
    return reward;
  }

  /** The live V[S], not to be modified. */
  double[] value() {
    if (!valued) {
      double[] policy = point.policy();
      for (int s = 0; s < states; s++) {
        double sum = 0;
        for (int cell = s * actions; cell < (s + 1) * actions; cell++) {
          sum += policy[cell] * reward[cell];
        }
        value[s] = sum;
      }
      point.solve(value);
      valued = true;
    }
    return value;
  }

  /** V[S], a copy. */
  public double[] values() {
    return value().clone();
  }

  /** J(θ) = V(s₀). */
  public double objective() {
    return value()[point.mdp().start()];
  }

  /** The live advantage Q − V over cells [S·A], not to be modified. */
  double[] advantage() {
    differentiate();
    return advantage;
  }

  /** The live discounted occupancy d[S] from the start state, not to be modified. */
  double[] occupancy() {
    differentiate();
    return occupancy;
  }

  /**
   * Computes ∇_θ J.
   *
   * @param gradient [S·A], overwritten
   */
  public void gradient(double[] gradient) {
    differentiate();
    double[] policy = point.policy();
    for (int s = 0, cell = 0; s < states; s++) {
      for (int a = 0; a < actions; a++, cell++) {
        gradient[cell] = occupancy[s] * policy[cell] * advantage[cell];
      }
    }
  }

  /**
   * Computes ∇²_θ J v.
   *
   * @param vector v [S·A], not modified
   * @param product [S·A], overwritten; must not alias {@code vector}
   */
  public void hessianVector(double[] vector, double[] product) {
    differentiate();
    tangents(vector);
    // V' = (I − γP_π)⁻¹ Σ_a π' Q; the V part of Q drops out because Σ_a π' = 0.
    for (int s = 0, cell = 0; s < states; s++) {
      double sum = 0;
      for (int a = 0; a < actions; a++, cell++) {
        sum += policyTangent[cell] * advantage[cell];
      }
      valueTangent[s] = sum;
    }
    point.solve(valueTangent);
    double[] policy = point.policy();
    double gamma = point.mdp().gamma();
    for (int s = 0, cell = 0; s < states; s++) {
      for (int a = 0; a < actions; a++, cell++) {
        double advantageTangent = gamma * expectedNext(cell, valueTangent) - valueTangent[s];
        product[cell] =
            (occupancyTangent[s] * policy[cell] + occupancy[s] * policyTangent[cell])
                    * advantage[cell]
                + occupancy[s] * policy[cell] * advantageTangent;
      }
    }
  }

  /**
   * Computes ∂/∂r (∇_θ J · v), the mixed second derivative in the reward table.
   *
   * <p>J is linear in r, so this is d' π + d π' and does not depend on the reward.
   *
   * @param vector v [S·A], not modified
   * @param product [S·A], overwritten; must not alias {@code vector}
   */
  public void rewardVector(double[] vector, double[] product) {
    differentiate();
    tangents(vector);
    double[] policy = point.policy();
    for (int s = 0, cell = 0; s < states; s++) {
      for (int a = 0; a < actions; a++, cell++) {
        product[cell] = occupancyTangent[s] * policy[cell] + occupancy[s] * policyTangent[cell];
      }
    }
  }

  /** π' and d' along v: (I − γP_π)ᵀ d' = γ P_π'ᵀ d. */
  private void tangents(double[] vector) {
    double[] policy = point.policy();
    TransitionRows rows = point.mdp().rows();
    double gamma = point.mdp().gamma();
    Arrays.fill(occupancyTangent, 0);
    for (int s = 0; s < states; s++) {
      int row = s * actions;
      double mean = 0;
      for (int a = 0; a < actions; a++) {
        mean += policy[row + a] * vector[row + a];
      }
      for (int a = 0; a < actions; a++) {
        int cell = row + a;
        double tangent = policy[cell] * (vector[cell] - mean);
        policyTangent[cell] = tangent;
        double weight = gamma * occupancy[s] * tangent;
        rows.spread(cell, weight, occupancyTangent, 0);
      }
    }
    point.solveTransposed(occupancyTangent);
  }

  private void differentiate() {
    if (differentiated) {
      return;
    }
    value();
    double gamma = point.mdp().gamma();
    for (int s = 0, cell = 0; s < states; s++) {
      for (int a = 0; a < actions; a++, cell++) {
        advantage[cell] = reward[cell] + gamma * expectedNext(cell, value) - value[s];
      }
    }
    Arrays.fill(occupancy, 0);
    occupancy[point.mdp().start()] = 1;
    point.solveTransposed(occupancy);
    differentiated = true;
  }

  /** Σ_{s'} P(s'|cell) x(s'). */
  private double expectedNext(int cell, double[] x) {
    return point.mdp().rows().expected(cell, x);
  }
}
