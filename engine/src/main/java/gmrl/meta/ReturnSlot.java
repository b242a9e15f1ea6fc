package gmrl.meta;

import java.util.random.RandomGenerator;

/**
 * An estimate of the value J_out(φ, θ) itself, for estimators that use no derivatives.
 *
 * @param <P> the problem's workspace
 */
@FunctionalInterface
public interface ReturnSlot<P> {

  /**
   * Estimates J_out at a point.
   *
   * @param point workspace at the adapted parameter
   * @param random source of the batch; ignored by an exact slot
   */
  double value(P point, RandomGenerator.SplittableGenerator random);
}
