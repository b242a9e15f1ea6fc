package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.List;

/** The direction of {@link AmsGrad}. Memory: m, v and the largest v so far. */
record AmsGradDirection(double beta1, double beta2, double eps, double epsRoot)
    implements LeafRule {

  @Override
  public List<Variable> start(Variable param) {
    return Means.zeros(param, 3);
  }

  @Override
  public Result update(Variable gradient, int step, List<Variable> memory, Variable param) {
    Variable m = Means.next(memory.get(0), beta1, gradient);
    Variable v = Means.next(memory.get(1), beta2, gradient.square());
    Variable largest = Ops.maximum(memory.get(2), v);
    Variable scale = SafeSqrt.plus(largest.over(1 - Math.pow(beta2, step)).plus(epsRoot), eps);
    return new Result(m.over(1 - Math.pow(beta1, step)).over(scale), List.of(m, v, largest));
  }
}
