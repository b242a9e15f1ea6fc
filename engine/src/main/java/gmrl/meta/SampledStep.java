package gmrl.meta;

/**
 * One sampled inner step seen as a random function of θ: its gradient, the derivative of that
 * gradient with the batch held fixed, and the score of the batch.
 *
 * <p>{@link #draw} fixes the batch; {@link #hessianVector} and {@link #mixedVector} are then the
 * derivatives of {@link #gradient} in θ and φ along that batch, not estimates of those of J_in.
 *
 * @param <P> the problem's workspace
 */
public interface SampledStep<P> extends CurvatureSlot<P> {

  /**
   * Computes ĝ on the drawn batch.
   *
   * @param gradient [thetaSize], overwritten
   */
  void gradient(double[] gradient);

  /**
   * Computes ∇_θ log p(batch | θ), summed over all its trajectories.
   *
   * @param score [thetaSize], overwritten
   */
  void score(double[] score);
}
