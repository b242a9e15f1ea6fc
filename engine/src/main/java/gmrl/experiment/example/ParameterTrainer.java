package gmrl.experiment.example;

import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.numpy.StateArrays;
import gmrl.optim.GradientTransform;
import gmrl.optim.TransformState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Parameters and optimiser state across steps, each of which gives its other arrays back. */
final class ParameterTrainer {

  private final Scope run;
  private final GradientTransform transform;
  private List<Variable> params;
  private TransformState state;

  /**
   * Starts a run.
   *
   * @param run the scope that {@code start} was allocated in, still the innermost
   */
  ParameterTrainer(Scope run, GradientTransform transform, List<Variable> start) {
    this.run = run;
    this.transform = transform;
    this.params = start;
    this.state = transform.init(start);
  }

  List<Variable> params() {
    return params;
  }

  /** Puts parameters and state down, or takes them up. */
  void carry(StateArrays arrays) {
    List<Variable> before = params;
    List<Variable> memory = state.arrays();
    params = carried(arrays, "parameters", before);
    state = carried(arrays.part("state"), state);
    if (arrays.takes()) {
      run.release(before);
      run.release(memory);
    }
  }

  private static TransformState carried(StateArrays arrays, TransformState state) {
    if (state instanceof TransformState.Parts compound) {
      List<TransformState> parts = new ArrayList<>();
      for (TransformState part : compound.parts()) {
        parts.add(carried(arrays.part("part" + parts.size()), part));
      }
      return new TransformState.Parts(parts);
    }
    List<TransformState.Slot> slots = new ArrayList<>();
    for (TransformState.Slot slot : ((TransformState.Slots) state).slots()) {
      StateArrays own = arrays.part("slot" + slots.size());
      slots.add(
          new TransformState.Slot(
              own.count("steps", slot.steps()), carried(own, "arrays", slot.arrays())));
    }
    return new TransformState.Slots(slots);
  }

  /** The variables themselves when they are put down, else others with the numbers kept. */
  private static List<Variable> carried(StateArrays arrays, String name, List<Variable> variables) {
    List<Variable> out = new ArrayList<>();
    for (Variable variable : variables) {
      double[] values = variable.toDoubles();
      arrays.fill(name + out.size(), values);
      out.add(arrays.takes() ? Variable.of(values, variable.shape()) : variable);
    }
    return out;
  }

  /** One update with the gradient that {@code gradient} computes from the parameters. */
  void step(UnaryOperator<List<Variable>> gradient) {
    List<Variable> before = params;
    TransformState stateBefore = state;
    try (Scope step = Scope.open()) {
      var update = transform.update(gradient.apply(before), stateBefore, before);
      params = step.keep(GradientTransform.apply(before, update.updates()));
      state = update.state().map(step::keep);
    }
    run.release(before);
    run.release(stateBefore.arrays());
  }
}
