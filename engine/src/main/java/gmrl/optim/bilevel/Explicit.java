package gmrl.optim.bilevel;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Differentiates the inner updates themselves, all of them or the last few.
 *
 * <p>With window w the adjoint recursion u ← u + (∂update/∂θ)ᵀu, m ← m + (∂update/∂φ)ᵀu runs over
 * the last w steps; through earlier ones u passes unchanged, as if their updates had been
 * constants. So w = 0 with θ⁰ = φ is first-order MAML, and with φ apart from θ⁰ the direct
 * derivative ∂_φ J_out.
 *
 * @param window w; {@link Integer#MAX_VALUE} for all steps, which is exact
 */
public record Explicit(int window) implements BilevelGradient {

  public Explicit {
    if (window < 0) {
      throw new IllegalArgumentException("The window must be ≥ 0, not " + window);
    }
  }

  /** Through all steps. */
  public static Explicit unrolled() {
    return new Explicit(Integer.MAX_VALUE);
  }

  /** Through the last {@code window} steps. */
  public static Explicit truncated(int window) {
    return new Explicit(window);
  }

  @Override
  public Estimate estimate(
      BilevelObjective objective, Adaptation inner, List<Variable> meta, RandomGenerator random) {
    List<Variable> phi = Adaptation.leaves(meta);
    List<Variable> params = inner.run(objective, phi, Math.min(window, inner.steps()));
    Variable outer = objective.outer(phi, params);
    List<Variable> gradient = Autodiff.gradOnce(outer, phi);
    return new Estimate(
        gradient,
        outer.item(),
        Adaptation.constants(params),
        new Cost(inner.steps(), Math.min(window, inner.steps()), 0));
  }
}
