package gmrl.mdp;

import java.util.Arrays;

/**
 * What an estimator converges to with infinitely many trajectories: its mean, and so its bias, free
 * of sampling noise.
 *
 * <p>The critic's noise has mean zero and every estimator is linear in the critic, so V̂ averages
 * to V, with which Σ_{t&lt;T} γ^t Â_t weighs each step by the true advantage A. Estimators with a
 * bootstrap are then those of the T-step return under the reward A held fixed, whose values vanish;
 * the others those of the T-step return under r. The cumulative ones have that return's Hessian,
 * {@code lvc} the part of it in which both scores belong to one step, and {@code maml} none at all.
 * Belongs to one thread.
 */
public final class EstimatorLimit {
  private final Mdp mdp;
  private final PolicyPoint point;
  private final ReturnEvaluation evaluation;
  private final Estimator estimator;
  private final double gaeLambda;
  private final FiniteHorizonReturn truncated;
  private final double[] weights;

  /**
   * A workspace.
   *
   * @param point the policy
   * @param evaluation its return, under the reward that is sampled
   * @param horizon T ≥ 1
   * @param gaeLambda λ in [0, 1] of the generalised advantage; ignored without a bootstrap
   */
  public EstimatorLimit(
      PolicyPoint point,
      ReturnEvaluation evaluation,
      Estimator estimator,
      int horizon,
      double gaeLambda) {
    this.gaeLambda = estimator.truncatesAtHorizon() ? 1 : gaeLambda;
    this.point = point;
    this.evaluation = evaluation;
    this.estimator = estimator;
    mdp = point.mdp();
    truncated = new FiniteHorizonReturn(point, horizon);
    weights = new double[mdp.cells()];
  }

  /** The policy whose workspace this evaluates. */
  PolicyPoint policy() {
    return point;
  }

  /** Evaluates the present policy; call it whenever the policy moves. */
  public void reset() {
    boolean bootstrap = estimator.critic() == Estimator.Critic.BOOTSTRAP;
    truncated.reset(bootstrap ? evaluation.advantage() : evaluation.reward());
    truncated.gradient(weights);
    if (estimator.critic() == Estimator.Critic.NONE) {
      truncated.addStateValues(new double[mdp.states()], weights);
    } else if (estimator.critic() == Estimator.Critic.BASELINE) {
      truncated.addStateValues(evaluation.value(), weights);
    }
  }

  /**
   * Computes the mean gradient.
   *
   * @param gradient [S·A], overwritten
   */
  public void gradient(double[] gradient) {
    truncated.gradient(gradient);
  }

  /**
   * Computes the mean of {@link BatchEstimate#rewardVector}.
   *
   * @param vector v [S·A], not modified
   * @param rewardProduct [S·A], overwritten with ∂(gradient · v)/∂r
   * @param criticProduct [S], overwritten with ∂(gradient · v)/∂V̂
   */
  public void rewardVector(double[] vector, double[] rewardProduct, double[] criticProduct) {
    truncated.traces(vector, gaeLambda, rewardProduct, criticProduct);
    if (estimator.truncatesAtHorizon()) {
      // A baseline V̂(s) meets Σ_a π z = 0 on average.
      Arrays.fill(criticProduct, 0);
    }
  }

  /**
   * Computes the mean Hessian times a vector.
   *
   * @param vector v [S·A], not modified
   * @param product [S·A], overwritten; must not alias {@code vector}
   */
  public void hessianVector(double[] vector, double[] product) {
    if (estimator.curvature() == Estimator.Curvature.CUMULATIVE) {
      truncated.hessianVector(vector, product);
      return;
    }
    boolean perStep = estimator.curvature() == Estimator.Curvature.PER_STEP;
    double[] policy = point.policy();
    int actions = mdp.actions();
    Arrays.fill(product, 0);
    for (int row = 0; row < policy.length; row += actions) {
      double mean = 0;
      double total = 0;
      for (int cell = row; cell < row + actions; cell++) {
        mean += policy[cell] * vector[cell];
        total += weights[cell];
      }
      double pairs = 0;
      for (int cell = row; cell < row + actions && perStep; cell++) {
        product[cell] = weights[cell] * (vector[cell] - mean);
        pairs += product[cell];
      }
      for (int cell = row; cell < row + actions; cell++) {
        product[cell] -= policy[cell] * (pairs + total * (vector[cell] - mean));
      }
    }
  }
}
