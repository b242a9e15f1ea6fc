package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.List;

/**
 * m, v as Adam; ρ∞ = 2/(1−β₂) − 1; ρ = ρ∞ − 2tβ₂ᵗ/(1−β₂ᵗ); if ρ &gt; 5: u = m/(1−β₁ᵗ) · r/(√v + ε)
 * with r = √((1−β₂ᵗ)(ρ−4)(ρ−2)ρ∞ / ((ρ∞−4)(ρ∞−2)ρ)); else u = m/(1−β₁ᵗ).
 *
 * <p>Memory: m, v. The bias of v is corrected by the factor in r only, so ε weighs more early on
 * than in the paper (Liu et al. 2020, algorithm 2); √ as in {@link SafeSqrt}.
 */
record RAdamDirection(double beta1, double beta2, double eps) implements LeafRule {

  @Override
  public List<Variable> start(Variable param) {
    return Means.zeros(param, 2);
  }

  @Override
  public Result update(Variable gradient, int step, List<Variable> memory, Variable param) {
    Variable m = Means.next(memory.get(0), beta1, gradient);
    Variable v = Means.next(memory.get(1), beta2, gradient.square());
    double decayed = Math.pow(beta2, step);
    double limit = 2 / (1 - beta2) - 1;
    double rho = limit - 2 * step * decayed / (1 - decayed);
    Variable direction = m.over(1 - Math.pow(beta1, step));
    if (rho > 5) {
      double r =
          Math.sqrt(
              (1 - decayed) * (rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho));
      direction = direction.times(r).over(SafeSqrt.plus(v, eps));
    }
    return new Result(direction, List.of(m, v));
  }
}
