package gmrl.experiment.example;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.optim.Adam;
import gmrl.optim.MetaOptimizer;
import java.util.List;

/**
 * Inner loops of Adam that are differentiated.
 *
 * @param textbook whether the root is differentiated as the chain rule has it, ∞·0 at zero
 */
record PathAdam(boolean textbook, PathTasks tasks) {
  /** The usual ε. */
  static final double EPS = 1e-8;

  private static final double RATE = 0.3;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;

  /** Parameters after some steps. */
  Variable run(Variable start, int steps) {
    return textbook ? byTheBook(start, steps) : byTheLibrary(start, steps);
  }

  private Variable byTheLibrary(Variable start, int steps) {
    MetaOptimizer<List<Variable>> adam = MetaOptimizer.of(Adam.of(RATE), List.of(start));
    for (int k = 0; k < steps; k++) {
      adam.step(tasks.inner(adam.params().get(0)));
    }
    return adam.params().get(0);
  }

  private Variable byTheBook(Variable start, int steps) {
    Variable theta = start;
    Variable m = start.times(0);
    Variable v = start.times(0);
    for (int k = 1; k <= steps; k++) {
      Variable g = Autodiff.grad(tasks.inner(theta), theta);
      m = m.times(BETA1).plus(g.times(1 - BETA1));
      v = v.times(BETA2).plus(g.square().times(1 - BETA2));
      Variable direction =
          m.over(1 - Math.pow(BETA1, k)).over(v.over(1 - Math.pow(BETA2, k)).sqrt().plus(EPS));
      theta = theta.minus(direction.times(RATE));
    }
    return theta;
  }

  /** Derivative of the direction of the first step, g/(√(g² + ε₀) + ε), by differentiating it. */
  @SuppressWarnings("try") // the scope is there to be closed
  static double slope(double gradient, double eps, double epsRoot) {
    try (Scope work = Scope.open()) {
      Variable g = Variable.scalar(gradient).tracked();
      Variable direction = g.over(g.square().plus(epsRoot).sqrt().plus(eps));
      return Autodiff.gradOnce(direction, List.of(g)).get(0).item();
    }
  }
}
