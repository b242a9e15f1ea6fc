package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.List;

/**
 * a = ρa + (1−ρ)g²; u = g √((x + ε)/(a + ε)); x = ρx + (1−ρ)u².
 *
 * <p>Memory: a, x. Smooth everywhere, since ε is inside the root.
 */
record AdaDeltaDirection(double rho, double eps) implements LeafRule {

  @Override
  public List<Variable> start(Variable param) {
    return Means.zeros(param, 2);
  }

  @Override
  public Result update(Variable gradient, int step, List<Variable> memory, Variable param) {
    Variable a = Means.next(memory.get(0), rho, gradient.square());
    Variable x = memory.get(1);
    Variable u = gradient.times(x.plus(eps).over(a.plus(eps)).sqrt());
    return new Result(u, List.of(a, Means.next(x, rho, u.square())));
  }
}
