package gmrl.optim.bilevel;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import gmrl.optim.implicit.LinearOperator;
import gmrl.optim.implicit.LinearSolver;
import gmrl.optim.implicit.Packing;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Takes θᴷ for a minimum of the inner loss: m = ∂_φ J_out − (∂_φ ∇_θ J_in)ᵀ u with H u = ∇_θ J_out.
 *
 * <p>Its cost does not grow with K, and neither does its memory; it is biased by how far θᴷ is from
 * the minimum and by how well the system is solved. The start does not matter to a minimum: for φ =
 * θ⁰ the inner loss must hold θ near φ by a penalty, as in implicit MAML (Rajeswaran et al. 2019).
 *
 * @param solver of the linear system; needs H positive definite unless it says otherwise
 */
public record Implicit(LinearSolver solver) implements BilevelGradient {

  @Override
  public Estimate estimate(
      BilevelObjective objective, Adaptation inner, List<Variable> meta, RandomGenerator random) {
    List<Variable> phi = Adaptation.leaves(meta);
    List<Variable> theta = Adaptation.leaves(inner.run(objective, meta));
    int last = Math.max(0, inner.steps() - 1);
    Variable slope = Packing.pack(Autodiff.grad(objective.inner(phi, theta, last), theta));
    Variable outer = objective.outer(phi, theta);
    List<Variable> both = new ArrayList<>(theta);
    both.addAll(phi);
    List<Variable> gradient = Autodiff.gradOnce(outer, both);
    Variable target = Packing.pack(gradient.subList(0, theta.size()));

    int[] products = {0};
    LinearOperator hessian =
        v -> {
          products[0]++;
          return Packing.pack(Autodiff.vjpOnce(List.of(slope), List.of(v), theta));
        };
    Variable u = solver.solve(hessian, target);
    List<Variable> indirect = Autodiff.vjpOnce(List.of(slope), List.of(u.negate()), phi);
    List<Variable> total = new ArrayList<>();
    for (int i = 0; i < phi.size(); i++) {
      total.add(gradient.get(theta.size() + i).plus(indirect.get(i)));
    }
    return new Estimate(
        total, outer.item(), Adaptation.constants(theta), new Cost(inner.steps(), 0, products[0]));
  }
}
