package gmrl.theory;

/**
 * What the bounds need to know of a problem; all norms are Euclidean or spectral unless said.
 *
 * @param outerGradient c₁ = ‖∇_θ J_out(θ^K)‖
 * @param curvature c₂ = ‖∇²_θ J_in‖
 * @param outerLipschitz Lipschitz constant of ∇_θ J_out
 * @param hessianLipschitz Lipschitz constant of ∇²_θ J_in
 * @param mixed ‖∇_φ∇_θ J_in‖ (Frobenius); 0 where J_in does not see φ
 * @param mixedLipschitz Lipschitz constant of ∇_φ∇_θ J_in (Frobenius)
 * @param sigma σ̂ = √|τ| · root mean square of ‖ĝ − ∇_θ J_in‖: the error of a one-trajectory
 *     gradient
 * @param initial ‖∇_φ θ^0‖: 1 for MAML, 0 where θ^0 does not depend on φ
 */
public record BoundConstants(
    double outerGradient,
    double curvature,
    double outerLipschitz,
    double hessianLipschitz,
    double mixed,
    double mixedLipschitz,
    double sigma,
    double initial) {

  /** Rejects negative and non-finite constants. */
  public BoundConstants {
    check("outerGradient", outerGradient);
    check("curvature", curvature);
    check("outerLipschitz", outerLipschitz);
    check("hessianLipschitz", hessianLipschitz);
    check("mixed", mixed);
    check("mixedLipschitz", mixedLipschitz);
    check("sigma", sigma);
    check("initial", initial);
  }

  private static void check(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "bound constant " + name + " is " + value + ", expected 0 or more");
    }
  }
}
