package gmrl.optim.bilevel;

import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.optim.zeroorder.ZeroOrder;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Runs the inner loop at other φ and compares outer losses: evolution strategies or finite
 * differences of the whole program.
 *
 * <p>No derivative of an inner update is taken, so losses need only first derivatives and memory is
 * that of one update.
 *
 * @param estimator which
 */
public record ByValues(ZeroOrder estimator) implements BilevelGradient {

  @Override
  public Estimate estimate(
      BilevelObjective objective, Adaptation inner, List<Variable> meta, RandomGenerator random) {
    List<Variable> phi = Adaptation.constants(meta);
    List<Variable> params = inner.run(objective, phi);
    double outer = objective.outer(phi, params).item();
    ZeroOrder.Estimate estimate =
        estimator.gradient(at -> value(objective, inner, at), phi, random);
    int updates = inner.steps() * (1 + estimate.evaluations());
    return new Estimate(estimate.gradient(), outer, params, new Cost(updates, 0, 0));
  }

  /** One run of both loops, whose arrays are given back at once. */
  @SuppressWarnings("try") // the scope is there to be closed
  private static double value(BilevelObjective objective, Adaptation inner, List<Variable> meta) {
    try (Scope run = Scope.open()) {
      return objective.outer(meta, inner.run(objective, meta)).item();
    }
  }
}
