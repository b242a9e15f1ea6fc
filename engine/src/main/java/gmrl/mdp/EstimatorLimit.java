package gmrl.mdp;

import java.util.Arrays;

/**
 * What an estimator converges to with infinitely many trajectories: its mean, and so its bias, free
 * of sampling noise.
 *
 * <p>The critic's noise has mean zero and every estimator is linear in the critic, so V̂ averages
 * to V, with which Σ_{t&lt;T} γ^t Â_t weighs each step by the true advantage A. Estimators with a
 * bootstrap are then those of the T-step return under the reward A held fixed, whose values vanish;
 * the others those of the T-step return under r. The cumulative ones have that return's Hessian, or
 * what a discount leaves of its pairs of steps, {@code lvc} the part of it in which both scores
 * belong to one step, and {@code maml} none at all. Belongs to one thread.
 */
public final class EstimatorLimit {
  private final Mdp mdp;
  private final Estimator estimator;
  private final double gaeLambda;
  private final boolean bootstrap;
  private final FiniteHorizonReturn truncated;
  private final double[] noValue;

  /** What is kept of a pair of steps, for each step between them. */
  private final double kept;

  private double[] policy = {};

  /** Mean gradient, and what the log-probabilities weigh on average. */
  private final double[] gradient;

  private final double[] weights;

  /**
   * A workspace that {@link #reset} can turn to any policy of the MDP.
   *
   * @param point a policy of the MDP
   * @param horizon T ≥ 1
   * @param gaeLambda λ in [0, 1] of the generalised advantage; ignored without a bootstrap
   */
  public EstimatorLimit(PolicyPoint point, Estimator estimator, int horizon, double gaeLambda) {
    this(point, estimator, horizon, gaeLambda, 1);
  }

  /**
   * The same with distant dependencies discounted.
   *
   * @param loadedDiscount see {@link Sampling#loadedDiscount}
   */
  EstimatorLimit(
      PolicyPoint point,
      Estimator estimator,
      int horizon,
      double gaeLambda,
      double loadedDiscount) {
    kept = estimator == Estimator.LOADED ? loadedDiscount : 1;
    this.gaeLambda = estimator.truncatesAtHorizon() ? 1 : gaeLambda;
    this.estimator = estimator;
    mdp = point.mdp();
    bootstrap = estimator.critic() == Estimator.Critic.BOOTSTRAP;
    truncated = new FiniteHorizonReturn(point, horizon);
    noValue = new double[mdp.states()];
    gradient = new double[mdp.cells()];
    weights = new double[mdp.cells()];
  }

  /**
   * Evaluates a policy; call it whenever the policy moves.
   *
   * @param point the policy
   * @param evaluation its return, under the reward that is sampled
   */
  public void reset(PolicyPoint point, ReturnEvaluation evaluation) {
    policy = point.policy();
    if (bootstrap) {
      truncated.resetHeld(point, evaluation.advantage());
    } else {
      truncated.reset(point, evaluation.reward());
    }
    truncated.gradient(gradient);
    System.arraycopy(gradient, 0, weights, 0, gradient.length);
    if (!bootstrap) {
      boolean baseline = estimator.critic() == Estimator.Critic.BASELINE;
      truncated.addStateValues(baseline ? evaluation.value() : noValue, weights);
    }
  }

  /**
   * Computes the mean gradient.
   *
   * @param mean [S·A], overwritten
   */
  public void gradient(double[] mean) {
    System.arraycopy(gradient, 0, mean, 0, gradient.length);
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
      truncated.hessianVector(vector, kept, product);
      return;
    }
    boolean perStep = estimator.curvature() == Estimator.Curvature.PER_STEP;
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
