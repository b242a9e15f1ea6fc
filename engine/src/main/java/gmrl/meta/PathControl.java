package gmrl.meta;

/**
 * A control variate for the noise of the inner path: a correction whose mean is exactly zero.
 *
 * <p>With g_T(θ) = E[ĝ | θ] the displacement η_k = θ̂^{k+1} − θ̂^k − α g_T(θ̂^k) has mean zero
 * given everything before it, so Σ_k C_k η_k has mean zero for any fixed matrices C_k. The best are
 * near ∂m/∂η_k, the derivative of the {@linkplain MetaGradient#meanAlongPath mean along the path}
 * at the path without noise; an error of C_k costs sharpness, never the zero mean. m − Σ_k C_k η_k
 * has the mean of m and, where the noise is small, only its second-order scatter.
 *
 * <p>It holds for inner batches drawn afresh at each step, not where earlier ones are used again.
 * Immutable, so one serves any number of threads and every sample size.
 */
public sealed interface PathControl permits WholeControl, DirectedControl {

  /**
   * Computes Σ_k C_k η_k of the last trial.
   *
   * @param estimator has run a trial with the loop this was built for, at any sample size
   * @param means of its slots
   * @param scratch [thetaSize], overwritten
   * @param correction [phiSize], overwritten
   */
  <P> void correction(
      MetaGradient<P> estimator, MeanSlots<P> means, double[] scratch, double[] correction);
}
