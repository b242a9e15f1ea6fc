package gmrl.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * What K inner steps by gradient ascent stand on: every visited θ^k and its workspace.
 *
 * @param <P> the problem's workspace
 */
final class InnerLoop<P> {
  private final TwoLoopProblem<P> problem;
  private final double alpha;
  private final int steps;
  private final List<P> points;
  private final double[][] thetas;
  private final double[] gradient;
  private final double[] product;
  private final double[] mixed;
  private final double[] phi;

  InnerLoop(TwoLoopProblem<P> problem, double alpha, int steps, double[] phi) {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("step size alpha is " + alpha + ", expected finite");
    }
    if (steps < 0) {
      throw new IllegalArgumentException("K is " + steps + ", expected 0 or more inner steps");
    }
    this.problem = problem;
    this.alpha = alpha;
    this.steps = steps;
    points = new ArrayList<>(steps + 1);
    for (int k = 0; k <= steps; k++) {
      points.add(problem.newPoint());
    }
    thetas = new double[steps + 1][problem.thetaSize()];
    gradient = new double[problem.thetaSize()];
    product = new double[problem.thetaSize()];
    mixed = new double[problem.phiSize()];
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

  /** Goes on from θ^k under another φ, which no earlier step has seen. */
  void shift(int step, double[] newPhi) {
    if (step == 0) {
      start(newPhi);
      return;
    }
    System.arraycopy(newPhi, 0, phi, 0, phi.length);
    problem.moveTo(points.get(step), phi, thetas[step]);
  }

  /** Takes all steps, one after the other. */
  static void forward(List<? extends InnerStep<?>> steps) {
    for (InnerStep<?> step : steps) {
      step.advance();
    }
  }

  /** The recursion through the last steps, and through θ^0(φ). */
  void back(
      List<? extends InnerStep<double[]>> taken,
      int last,
      Adjoint.Outer<double[]> outer,
      double[] cotangent,
      double[] meta) {
    Adjoint.run(taken, last, outer, cotangent, meta);
    problem.addInitialVjp(phi, cotangent, meta);
  }

  /** θ^{k+1} ← θ^k + α g, with the workspace moved there. */
  void advance(int step, InnerSlot<P> inner, SplittableGenerator random) {
    inner.gradient(points.get(step), step, random, gradient);
    double[] here = thetas[step];
    double[] next = thetas[step + 1];
    for (int i = 0; i < next.length; i++) {
      next[i] = here[i] + alpha * gradient[i];
    }
    problem.moveTo(points.get(step + 1), phi, next);
  }

  /** m ← m + α (∇_φ∇_θ J_in) u and u ← u + α H u, with a slot that has been drawn. */
  void pullBack(CurvatureSlot<P> curvature, double[] cotangent, double[] meta) {
    curvature.mixedVector(cotangent, mixed);
    Vectors.addScaled(alpha, mixed, meta);
    curvature.hessianVector(cotangent, product);
    Vectors.addScaled(alpha, product, cotangent);
  }

  /** Runs the K steps with one slot, one generator each. */
  void run(InnerSlot<P> inner, SplittableGenerator[] random) {
    for (int k = 0; k < steps; k++) {
      advance(k, inner, random[k]);
    }
  }

  /** Moves θ^k and goes on from there with another slot, which uses no randomness. */
  void resume(int from, double[] theta, InnerSlot<P> slot) {
    System.arraycopy(theta, 0, thetas[from], 0, theta.length);
    problem.moveTo(points.get(from), phi, thetas[from]);
    for (int k = from; k < steps; k++) {
      advance(k, slot, MeanSlots.UNUSED);
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
