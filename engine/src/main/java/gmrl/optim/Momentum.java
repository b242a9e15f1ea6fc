package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.List;

/**
 * b₁ = g₁; bₜ = μ bₜ₋₁ + (1−τ) gₜ; u = bₜ, or with Nesterov's correction u = gₜ + μ bₜ.
 *
 * <p>As in PyTorch the first step is not dampened. Memory: b. (In the reference library the
 * knowledge of the first step is outside the state, so a second run of one object starts dampened;
 * here it is the step count of the state.)
 *
 * @param momentum μ
 * @param dampening τ
 */
record Momentum(double momentum, double dampening, boolean nesterov) implements LeafRule {

  @Override
  public List<Variable> start(Variable param) {
    return Means.zeros(param, 1);
  }

  @Override
  public Result update(Variable gradient, int step, List<Variable> memory, Variable param) {
    Variable b =
        step == 1 ? gradient : memory.get(0).times(momentum).plus(gradient.times(1 - dampening));
    return new Result(nesterov ? gradient.plus(b.times(momentum)) : b, List.of(b));
  }
}
