package gmrl.meta;

import java.util.random.RandomGenerator;

/**
 * The outer slot: an estimate of the two partial gradients of J_out(φ, θ^K).
 *
 * @param <P> the problem's workspace
 */
@FunctionalInterface
public interface OuterSlot<P> {

  /**
   * Estimates ∇_θ J_out and ∂_φ J_out at the adapted parameter.
   *
   * @param point workspace at θ^K
   * @param random source of the batch; ignored by an exact slot
   * @param thetaGradient [thetaSize], overwritten
   * @param phiGradient [phiSize], overwritten; zero where J_out does not see φ directly
   */
  void gradients(
      P point,
      RandomGenerator.SplittableGenerator random,
      double[] thetaGradient,
      double[] phiGradient);
}
