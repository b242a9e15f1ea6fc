package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.List;

/**
 * m = β₁m + (1−β₁)g; v = β₂v + (1−β₂)g²; u = m/(1−β₁ᵗ) / (√(v/(1−β₂ᵗ) + ε₀) + ε).
 *
 * <p>Memory: m, v. Where the gradient has always been 0 the derivative of √ at 0 is taken as 0, see
 * {@link SafeSqrt}: then ∂u/∂g = 1/ε·(1−β₁)/(1−β₁ᵗ), large but right.
 *
 * @param epsRoot ε₀; a positive one makes the derivative at 0 moderate
 */
record AdamDirection(double beta1, double beta2, double eps, double epsRoot) implements LeafRule {

  @Override
  public List<Variable> start(Variable param) {
    return Means.zeros(param, 2);
  }

  @Override
  public Result update(Variable gradient, int step, List<Variable> memory, Variable param) {
    Variable m = Means.next(memory.get(0), beta1, gradient);
    Variable v = Means.next(memory.get(1), beta2, gradient.square());
    Variable vHat = v.over(1 - Math.pow(beta2, step)).plus(epsRoot);
    Variable scale = SafeSqrt.plus(vHat, eps);
    return new Result(m.over(1 - Math.pow(beta1, step)).over(scale), List.of(m, v));
  }
}
