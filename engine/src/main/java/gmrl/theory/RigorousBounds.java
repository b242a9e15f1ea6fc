package gmrl.theory;

/**
 * Bounds on the two biases that hold for every MDP with the given rewards and at every policy:
 * {@link BiasBounds} with constants that are proved and not measured. Loose by many orders of
 * magnitude.
 *
 * <p>Beside the bound that follows the noise stands one that every estimate obeys, ‖E ĝ − g‖ ≤ ‖g‖
 * + sup ‖ĝ‖; the smaller of the two counts.
 */
public final class RigorousBounds {
  private final BiasBounds bounds;
  private final Bound anyEstimate;

  private RigorousBounds(BiasBounds bounds, Bound anyEstimate) {
    this.bounds = bounds;
    this.anyEstimate = anyEstimate;
  }

  /**
   * Bounds of MAML, where θ^0 = φ.
   *
   * @param returns of both objectives
   * @param noise of the inner slot
   * @param samples its trajectories |τ|
   * @param alpha inner step size
   * @param steps K
   * @param exactNorm ‖g‖
   */
  public static RigorousBounds maml(
      ReturnBounds returns,
      BatchNoise noise,
      double samples,
      double alpha,
      int steps,
      double exactNorm) {
    BoundConstants constants =
        new BoundConstants(
            returns.gradient(),
            returns.curvature(),
            returns.curvature(),
            returns.third(),
            0,
            0,
            noise.asOfOne(samples),
            1);
    return of(constants, alpha, steps, exactNorm);
  }

  /**
   * Bounds of LIRPG, where φ is a reward of the inner objective.
   *
   * @param inner returns under both rewards
   * @param outer returns under the given reward
   * @param noise as for {@link #maml}
   */
  public static RigorousBounds lirpg(
      ReturnBounds inner,
      ReturnBounds outer,
      BatchNoise noise,
      double samples,
      double alpha,
      int steps,
      double exactNorm) {
    ReturnBounds unit = ReturnBounds.ofUnitRewards(inner.gamma());
    BoundConstants constants =
        new BoundConstants(
            outer.gradient(),
            inner.curvature(),
            outer.curvature(),
            inner.third(),
            unit.gradient(),
            unit.curvature(),
            noise.asOfOne(samples),
            0);
    return of(constants, alpha, steps, exactNorm);
  }

  private static RigorousBounds of(
      BoundConstants constants, double alpha, int steps, double exactNorm) {
    BiasBounds bounds = new BiasBounds(constants, alpha, steps);
    return new RigorousBounds(bounds, bounds.size().plus(Bound.of(exactNorm)));
  }

  /**
   * Logarithm of the bound on the norm of the compositional bias.
   *
   * @param samples trajectories of each inner batch, as the bounds were made for
   */
  public double logCompositional(double samples) {
    return Math.min(bounds.compositional(samples).log(), anyEstimate.log());
  }

  /**
   * Logarithm of the bound on the norm of the Hessian bias, with all else exact.
   *
   * @param hessianError Δ_H ≥ 0, norm of the Hessian slot's mean error
   */
  public double logHessian(double hessianError) {
    return bounds.hessian(hessianError).log();
  }
}
