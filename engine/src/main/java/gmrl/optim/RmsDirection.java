package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.List;

/**
 * v = αv + (1−α)g²; u = g/(√v + ε). Centred: also m = αm + (1−α)g and u = g/(√(v − m²) + ε).
 *
 * <p>Memory: v, and m if centred. √ as in {@link SafeSqrt}.
 *
 * @param start v before the first update
 */
record RmsDirection(double alpha, double eps, boolean centred, double start) implements LeafRule {

  @Override
  public List<Variable> start(Variable param) {
    Variable v = Variable.full(param.type(), start, param.shape());
    return centred ? List.of(v, Ops.zerosLike(param)) : List.of(v);
  }

  @Override
  public Result update(Variable gradient, int step, List<Variable> memory, Variable param) {
    Variable v = Means.next(memory.get(0), alpha, gradient.square());
    if (!centred) {
      return new Result(gradient.over(SafeSqrt.plus(v, eps)), List.of(v));
    }
    Variable m = Means.next(memory.get(1), alpha, gradient);
    Variable scale = SafeSqrt.plus(v.minus(m.square()), eps);
    return new Result(gradient.over(scale), List.of(v, m));
  }
}
