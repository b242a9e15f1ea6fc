package gmrl.optim.bilevel;

import gmrl.autodiff.Variable;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A way to d/dφ J_out(φ, θᴷ(φ)), where θᴷ is K inner updates away from θ⁰(φ).
 *
 * <p>{@link Explicit} is exact; truncated, implicit and zero-order estimates are cheaper in memory
 * and biased, each in its own way. The gradient comes as constants.
 */
public sealed interface BilevelGradient permits Explicit, Implicit, ByValues {

  /**
   * An estimate.
   *
   * @param gradient one array per meta-parameter
   * @param outerLoss J_out(φ, θᴷ(φ))
   * @param params θᴷ
   * @param cost what it took
   */
  record Estimate(List<Variable> gradient, double outerLoss, List<Variable> params, Cost cost) {}

  /**
   * Work of one estimate.
   *
   * @param innerUpdates updates of θ
   * @param differentiated updates through which a reverse pass went
   * @param products Hessian-vector products of linear solvers
   */
  record Cost(int innerUpdates, int differentiated, int products) {}

  /**
   * Estimates the meta-gradient at φ.
   *
   * @param random for estimators that draw
   */
  Estimate estimate(
      BilevelObjective objective, Adaptation inner, List<Variable> meta, RandomGenerator random);
}
