package gmrl.theory;

/**
 * Upper bounds on the inner error and on the two biases of the K-step meta-gradient: our own
 * derivation in the spirit of Liu et al. (NeurIPS 2022), whose abstract has the orders O(K α^K σ̂
 * |τ|^{-1/2}) and O((K−1) Δ_H^{K−1}); that the form is that of their Lemma 4.4 is not known to us.
 *
 * <p>Let e_k = E‖θ̂^k − θ^k‖. One inner step gives e_{k+1} ≤ (1 + αc₂) e_k + α σ̂/√|τ|, hence
 *
 * <pre>
 *   e_K ≤ ((1 + αc₂)^K − 1) σ̂ / (c₂ √|τ|),      compositional bias ≤ C₀ e_K.
 * </pre>
 *
 * C₀ is the sensitivity of the adjoint recursion to its iterates. With a_k and b_k bounding the
 * error and the size of the adjoint u_k, a_K = Lip(∇J_out), b_K = c₁,
 *
 * <pre>
 *   a_k = (1 + αc₂) a_{k+1} + α Lip(H) b_{k+1},   b_k = (1 + αc₂) b_{k+1},
 *   C₀ = ‖∇_φθ^0‖ a_0 + α Σ_k (‖∇_φ∇_θ J_in‖ a_{k+1} + Lip(∇_φ∇_θ J_in) b_{k+1}),
 * </pre>
 *
 * where both Lipschitz terms are left out at k = 0, whose iterate has no error.
 *
 * <p>A Hessian error of norm Δ_H changes the product of m factors by at most (1+αc₂+αΔ_H)^m −
 * (1+αc₂)^m, m = K where θ^0 = φ (MAML) and m = K−1 elsewhere.
 *
 * <p>All sums run in logarithms, so a large αc₂K gives a large logarithm rather than infinity. With
 * constants measured along sampled paths instead of over all of space these are estimates, good
 * where the paths are typical.
 */
public final class BiasBounds {
  private final BoundConstants constants;
  private final double alpha;
  private final int steps;
  private final Bound growth;

  /**
   * Bounds at one step size and number of steps.
   *
   * @param constants measured constants
   * @param alpha inner step size α, its sign does not matter
   * @param steps K ≥ 0
   * @throws IllegalArgumentException if α is not finite or K is negative
   */
  public BiasBounds(BoundConstants constants, double alpha, int steps) {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("step size alpha is " + alpha + ", expected finite");
    }
    if (steps < 0) {
      throw new IllegalArgumentException("K is " + steps + ", expected 0 or more inner steps");
    }
    this.constants = constants;
    this.alpha = Math.abs(alpha);
    this.steps = steps;
    growth = new Bound(Math.log1p(this.alpha * constants.curvature()));
  }

  /**
   * Bound on e_K = E‖θ̂^K − θ^K‖.
   *
   * @param samples trajectories of each inner batch, |τ| &gt; 0
   */
  public Bound innerError(double samples) {
    if (!(samples > 0)) {
      throw new IllegalArgumentException("sample size is " + samples + ", expected above 0");
    }
    Bound sum = Bound.ZERO; // Σ_{k<K} (1 + αc₂)^k, which is right for c₂ = 0 too
    for (int k = 0; k < steps; k++) {
      sum = sum.plus(growth.power(k));
    }
    return sum.times(Bound.of(alpha * constants.sigma())).times(new Bound(-Math.log(samples) / 2));
  }

  /** C₀, how strongly the meta-gradient answers to an error of the iterates. */
  public Bound sensitivity() {
    Bound error = Bound.of(constants.outerLipschitz());
    Bound size = Bound.of(constants.outerGradient());
    Bound total = Bound.ZERO;
    for (int k = steps - 1; k >= 0; k--) {
      // θ^0 has no error, so the terms at k = 0 do not change.
      double hessianChange = k == 0 ? 0 : alpha * constants.hessianLipschitz();
      double mixedChange = k == 0 ? 0 : alpha * constants.mixedLipschitz();
      total =
          total
              .plus(error.times(Bound.of(alpha * constants.mixed())))
              .plus(size.times(Bound.of(mixedChange)));
      error = growth.times(error).plus(size.times(Bound.of(hessianChange)));
      size = growth.times(size);
    }
    return total.plus(error.times(Bound.of(constants.initial())));
  }

  /** Bound on the norm of the meta-gradient along any path. */
  Bound size() {
    Bound total = growth.power(steps).times(Bound.of(constants.initial()));
    for (int power = 0; power < steps; power++) {
      total = total.plus(growth.power(power).times(Bound.of(alpha * constants.mixed())));
    }
    return total.times(Bound.of(constants.outerGradient()));
  }

  /**
   * Bound on the norm of the compositional bias, C₀ e_K.
   *
   * @param samples trajectories of each inner batch, |τ| &gt; 0
   */
  public Bound compositional(double samples) {
    return sensitivity().times(innerError(samples));
  }

  /**
   * Bound on the norm of the Hessian bias.
   *
   * <p>For MAML c₁ ((1+αc₂+αΔ_H)^K − (1+αc₂)^K). Otherwise α ‖∇_φ∇_θ J_in‖ c₁ times the sum of the
   * same difference over the powers 0 … K−1; an error of the mixed term itself is not part of it.
   *
   * @param hessianError Δ_H ≥ 0, norm of the Hessian slot's mean error
   */
  public Bound hessian(double hessianError) {
    if (!(hessianError >= 0)) {
      throw new IllegalArgumentException(
          "Hessian error is " + hessianError + ", expected 0 or more");
    }
    Bound wrong = new Bound(Math.log1p(alpha * (constants.curvature() + hessianError)));
    Bound total =
        wrong.power(steps).minus(growth.power(steps)).times(Bound.of(constants.initial()));
    Bound mixed = Bound.of(alpha * constants.mixed());
    for (int power = 1; power < steps; power++) {
      total = total.plus(wrong.power(power).minus(growth.power(power)).times(mixed));
    }
    return total.times(Bound.of(constants.outerGradient()));
  }
}
