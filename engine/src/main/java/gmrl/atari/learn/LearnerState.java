package gmrl.atari.learn;

import gmrl.autodiff.Variable;
import java.util.List;

/**
 * A learner between two updates, on the Java heap.
 *
 * @param parameters θ
 * @param m Adam's means of the gradients
 * @param v Adam's means of their squares
 * @param updates updates made so far
 */
public record LearnerState(Parameters parameters, Parameters m, Parameters v, int updates) {

  static LearnerState start(Parameters parameters) {
    return new LearnerState(parameters, parameters.zeros(), parameters.zeros(), 0);
  }

  Learner learner() {
    return new Learner(parameters.variables(), m.variables(), v.variables(), updates);
  }

  LearnerState with(Learner learner) {
    return new LearnerState(
        parameters.with(learner.p()), m.with(learner.m()), v.with(learner.v()), learner.updates());
  }

  List<Variable> variables() {
    return parameters.variables();
  }
}
