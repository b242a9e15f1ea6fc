package gmrl.meta;

import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * One way to estimate a meta-gradient, repeated trial by trial.
 *
 * <p>{@link MetaGradient} differentiates through the whole inner loop or its last steps, {@link
 * ImplicitMetaGradient} through an optimality condition, {@link ZeroOrderMetaGradient} through
 * nothing at all. An estimator belongs to one thread.
 */
public interface MetaEstimator {

  /**
   * Runs one trial.
   *
   * @param random the trial's own generator; consumed by splitting
   * @param metaGradient [phiSize], overwritten with the estimate of ∇_φ J
   */
  void estimate(SplittableGenerator random, double[] metaGradient);

  /**
   * Inner error ‖θ̂^k − θ^k‖² of the last trial.
   *
   * @param step k in 0 … K
   * @param other θ^k [thetaSize], not modified
   * @return the squared distance, or NaN for an estimator that runs no inner loop at φ itself
   */
  double squaredDistance(int step, double[] other);
}
