package gmrl.meta;

import java.util.random.RandomGenerator;

/**
 * The slot that moves θ: an estimate of ∇_θ J_in at a visited point.
 *
 * <p>Its error is the source of compositional bias. A slot may keep scratch arrays and samples of
 * earlier steps of the same trial (off-policy reuse), so it belongs to one thread.
 *
 * @param <P> the problem's workspace
 */
@FunctionalInterface
public interface InnerSlot<P> {

  /**
   * Estimates the inner gradient.
   *
   * @param point where the inner loop stands
   * @param step k of the visited θ^k; 0 starts a new trial
   * @param random source of this step's batch; ignored by an exact slot
   * @param gradient [thetaSize], overwritten
   */
  void gradient(P point, int step, RandomGenerator.SplittableGenerator random, double[] gradient);
}
