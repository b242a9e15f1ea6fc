package gmrl.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * The K inner steps θ^{k+1} = θ^k + α ĝ_k with every visited workspace kept.
 *
 * @param <P> the problem's workspace
 */
final class InnerLoop<P> {
  private final TwoLoopProblem<P> problem;
  private final InnerSlot<P> inner;
  private final double alpha;
  private final int steps;
  private final List<P> points;
  private final double[][] thetas;
  private final double[] gradient;
  private final double[] phi;

  InnerLoop(TwoLoopProblem<P> problem, InnerSlot<P> inner, double alpha, int steps, double[] phi) {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("step size alpha is " + alpha + ", expected finite");
    }
    if (steps < 0) {
      throw new IllegalArgumentException("K is " + steps + ", expected 0 or more inner steps");
    }
    this.problem = problem;
    this.inner = inner;
    this.alpha = alpha;
    this.steps = steps;
    points = new ArrayList<>(steps + 1);
    for (int k = 0; k <= steps; k++) {
      points.add(problem.newPoint());
    }
    thetas = new double[steps + 1][problem.thetaSize()];
    gradient = new double[problem.thetaSize()];
    this.phi = new double[problem.phiSize()];
    start(phi);
  }

  /** Moves θ^0 to the start for φ; it is shared by all trials until the next call. */
  void start(double[] newPhi) {
    if (newPhi.length != phi.length) {
      throw new IllegalArgumentException(
          "phi has " + newPhi.length + " entries, expected " + phi.length);
    }
    System.arraycopy(newPhi, 0, phi, 0, phi.length);
    problem.initial(phi, thetas[0]);
    problem.moveTo(points.get(0), phi, thetas[0]);
  }

  /** Runs the K steps, one generator each. */
  void run(SplittableGenerator[] random) {
    for (int k = 0; k < steps; k++) {
      inner.gradient(points.get(k), k, random[k], gradient);
      double[] here = thetas[k];
      double[] next = thetas[k + 1];
      for (int i = 0; i < next.length; i++) {
        next[i] = here[i] + alpha * gradient[i];
      }
      problem.moveTo(points.get(k + 1), phi, next);
    }
  }

  TwoLoopProblem<P> problem() {
    return problem;
  }

  double alpha() {
    return alpha;
  }

  int steps() {
    return steps;
  }

  P point(int step) {
    return points.get(step);
  }

  /** The live θ^k. */
  double[] theta(int step) {
    return thetas[step];
  }

  /** The live φ. */
  double[] phi() {
    return phi;
  }
}
