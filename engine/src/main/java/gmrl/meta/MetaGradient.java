package gmrl.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * The K-step meta-gradient by the adjoint recursion, for any problem and any choice of slots.
 *
 * <pre>
 *   u ← ∇_θ J_out(φ, θ^K);   m ← ∂_φ J_out(φ, θ^K)
 *   for k = K−1 … 0:   m ← m + α (∇_φ∇_θ J_in(φ, θ^k)) u;   u ← u + α H_k u
 *   m ← m + (∇_φ θ^0) u
 * </pre>
 *
 * It equals the product form of Proposition 3.1 of Liu et al. (NeurIPS 2022, arXiv 2112.15400)
 * without ever building H. Each trial splits its generator in a fixed order (outer, then inner and
 * Hessian of step 0, 1, …), so the draws of a step do not depend on K, α or the sample sizes of the
 * other slots: neighbouring slider positions share their random numbers.
 *
 * <p>Not thread-safe; build one per worker.
 *
 * @param <P> the problem's workspace
 */
public final class MetaGradient<P> {
  private final TwoLoopProblem<P> problem;
  private final InnerSlot<P> inner;
  private final CurvatureSlot<P> curvature;
  private final OuterSlot<P> outer;
  private final double alpha;
  private final int steps;

  private final double[] phi;
  private final List<P> points;
  private final double[][] thetas;
  private final SplittableGenerator[] innerRandom;
  private final SplittableGenerator[] hessianRandom;
  private final double[] cotangent;
  private final double[] product;
  private final double[] mixed;

  /**
   * Prepares the loop at φ; θ^0(φ) is evaluated once and shared by all trials.
   *
   * @param problem what is learned
   * @param inner the slot that moves θ
   * @param curvature the Hessian slot
   * @param outer the outer slot
   * @param alpha inner step size α
   * @param steps number of inner steps K ≥ 0
   * @param phi outer parameter [phiSize], cloned
   * @throws IllegalArgumentException if α is not finite, K is negative or φ has the wrong length
   */
  public MetaGradient(
      TwoLoopProblem<P> problem,
      InnerSlot<P> inner,
      CurvatureSlot<P> curvature,
      OuterSlot<P> outer,
      double alpha,
      int steps,
      double[] phi) {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("step size alpha is " + alpha + ", expected finite");
    }
    if (steps < 0) {
      throw new IllegalArgumentException("K is " + steps + ", expected 0 or more inner steps");
    }
    if (phi.length != problem.phiSize()) {
      throw new IllegalArgumentException(
          "phi has " + phi.length + " entries, expected " + problem.phiSize());
    }
    this.problem = problem;
    this.inner = inner;
    this.curvature = curvature;
    this.outer = outer;
    this.alpha = alpha;
    this.steps = steps;
    this.phi = phi.clone();
    int size = problem.thetaSize();
    points = new ArrayList<>(steps + 1);
    for (int k = 0; k <= steps; k++) {
      points.add(problem.newPoint());
    }
    thetas = new double[steps + 1][size];
    innerRandom = new SplittableGenerator[steps];
    hessianRandom = new SplittableGenerator[steps];
    cotangent = new double[size];
    product = new double[size];
    mixed = new double[problem.phiSize()];
    problem.initial(this.phi, thetas[0]);
    problem.moveTo(points.get(0), this.phi, thetas[0]);
  }

  /**
   * Runs one trial: K inner steps forward, the adjoint recursion back.
   *
   * @param random the trial's own generator; consumed by splitting
   * @param metaGradient [phiSize], overwritten with the estimate of ∇_φ J
   */
  public void estimate(SplittableGenerator random, double[] metaGradient) {
    SplittableGenerator outerRandom = random.split();
    for (int k = 0; k < steps; k++) {
      innerRandom[k] = random.split();
      hessianRandom[k] = random.split();
    }
    for (int k = 0; k < steps; k++) {
      inner.gradient(points.get(k), k, innerRandom[k], product);
      double[] here = thetas[k];
      double[] next = thetas[k + 1];
      for (int i = 0; i < next.length; i++) {
        next[i] = here[i] + alpha * product[i];
      }
      problem.moveTo(points.get(k + 1), phi, next);
    }
    outer.gradients(points.get(steps), outerRandom, cotangent, metaGradient);
    for (int k = steps - 1; k >= 0; k--) {
      curvature.draw(points.get(k), k, hessianRandom[k]);
      curvature.mixedVector(cotangent, mixed);
      addScaled(alpha, mixed, metaGradient);
      curvature.hessianVector(cotangent, product);
      addScaled(alpha, product, cotangent);
    }
    problem.addInitialVjp(phi, cotangent, metaGradient);
  }

  /** K, the number of inner steps. */
  public int steps() {
    return steps;
  }

  /**
   * The iterate θ^k of the last trial.
   *
   * @param step k in 0 … K
   * @return a copy [thetaSize]
   */
  public double[] theta(int step) {
    return thetas[step].clone();
  }

  /**
   * Squared distance of the last trial's iterate to another one: the inner error ‖θ̂^k − θ^k‖².
   *
   * @param step k in 0 … K
   * @param other θ^k [thetaSize], not modified
   */
  public double squaredDistance(int step, double[] other) {
    double[] theta = thetas[step];
    double sum = 0;
    for (int i = 0; i < theta.length; i++) {
      double d = theta[i] - other[i];
      sum += d * d;
    }
    return sum;
  }

  /** The workspace at θ^k of the last trial; read it, do not move it. */
  public P point(int step) {
    return points.get(step);
  }

  /** The adjoint vector u after the last trial: (Π(I + αH)) ∇_θ J_out, as a copy [thetaSize]. */
  public double[] cotangent() {
    return Arrays.copyOf(cotangent, cotangent.length);
  }

  private static void addScaled(double scale, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += scale * from[i];
    }
  }
}
