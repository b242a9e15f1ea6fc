package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.List;

/**
 * s = s + g²; u = g/(√s + ε) / (1 + λ(t−1)).
 *
 * <p>Memory: s. √ as in {@link SafeSqrt}: where all gradients have been 0, u = 0 and ∂u/∂g = 1/ε.
 *
 * @param rateDecay λ
 * @param start s before the first update
 */
record AdaGradDirection(double eps, double rateDecay, double start) implements LeafRule {

  @Override
  public List<Variable> start(Variable param) {
    return List.of(Variable.full(param.type(), start, param.shape()));
  }

  @Override
  public Result update(Variable gradient, int step, List<Variable> memory, Variable param) {
    Variable s = memory.get(0).plus(gradient.square());
    Variable direction = gradient.over(SafeSqrt.plus(s, eps));
    return new Result(direction.over(1 + rateDecay * (step - 1)), List.of(s));
  }
}
