package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.List;

/**
 * m = β₁m + (1−β₁)g; n = max(β₂n, |g| + ε); u = m/n/(1−β₁ᵗ).
 *
 * <p>Memory: m, n. |g| has derivative 0 at 0; where the two arguments of the maximum are equal each
 * gets half of the derivative.
 */
record AdaMaxDirection(double beta1, double beta2, double eps) implements LeafRule {

  @Override
  public List<Variable> start(Variable param) {
    return Means.zeros(param, 2);
  }

  @Override
  public Result update(Variable gradient, int step, List<Variable> memory, Variable param) {
    Variable m = Means.next(memory.get(0), beta1, gradient);
    Variable n = Ops.maximum(memory.get(1).times(beta2), gradient.abs().plus(eps));
    // With ε = 0 an array that never had a gradient stays where it is.
    Variable divisor = eps > 0 ? n : n.plus(Ops.equal(n, Ops.zerosLike(n)));
    return new Result(m.over(divisor).over(1 - Math.pow(beta1, step)), List.of(m, n));
  }
}
