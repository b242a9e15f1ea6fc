package gmrl.optim.bilevel;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import gmrl.optim.GradientTransform;
import gmrl.optim.TransformState;
import java.util.List;

/**
 * K updates of an optimiser on the inner loss.
 *
 * @param optimiser of the inner parameters
 * @param steps K
 */
public record Adaptation(GradientTransform optimiser, int steps) {

  public Adaptation {
    if (steps < 0) {
      throw new IllegalArgumentException("The number of inner steps must be ≥ 0, not " + steps);
    }
  }

  /**
   * θᴷ, of which the last {@code window} updates are functions of φ and θ; earlier updates are
   * constants that were added.
   */
  List<Variable> run(BilevelObjective objective, List<Variable> meta, int window) {
    List<Variable> params =
        objective.start(meta).stream().map(v -> v.isTracked() ? v : v.tracked()).toList();
    TransformState state = optimiser.init(params);
    for (int k = 0; k < steps; k++) {
      boolean differentiated = k >= steps - window;
      List<Variable> here = differentiated ? params : leaves(params);
      Variable loss = objective.inner(differentiated ? meta : constants(meta), here, k);
      List<Variable> gradient =
          differentiated ? Autodiff.grad(loss, here) : Autodiff.gradOnce(loss, here);
      List<Variable> at = differentiated ? params : constants(params);
      var update = optimiser.update(gradient, state, at);
      params = GradientTransform.apply(params, update.updates());
      state = update.state();
    }
    return params;
  }

  /** θᴷ as constants, with nothing recorded. */
  public List<Variable> run(BilevelObjective objective, List<Variable> meta) {
    return constants(run(objective, constants(meta), 0));
  }

  static List<Variable> constants(List<Variable> variables) {
    return variables.stream().map(Variable::detach).toList();
  }

  static List<Variable> leaves(List<Variable> variables) {
    return variables.stream().map(v -> v.detach().tracked()).toList();
  }
}
