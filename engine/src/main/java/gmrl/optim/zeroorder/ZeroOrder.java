package gmrl.optim.zeroorder;

import gmrl.autodiff.Variable;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A way to estimate ∇f from values of f: {@link Smoothing}, {@link FiniteDifferences}, your own.
 */
public interface ZeroOrder {

  /** An estimate of the gradient, one array per argument. */
  record Estimate(List<Variable> gradient, int evaluations) {}

  /**
   * Estimates ∇f(x).
   *
   * @param f sees constants
   * @param x arguments
   * @param random where the directions come from; not used by finite differences
   */
  Estimate gradient(ToDoubleFunction<List<Variable>> f, List<Variable> x, RandomGenerator random);
}
