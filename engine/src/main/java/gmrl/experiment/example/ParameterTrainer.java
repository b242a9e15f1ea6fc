package gmrl.experiment.example;

import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.optim.GradientTransform;
import gmrl.optim.TransformState;
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
