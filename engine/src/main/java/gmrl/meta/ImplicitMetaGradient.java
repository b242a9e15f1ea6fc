package gmrl.meta;

import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * The meta-gradient through an optimality condition instead of the path, after Rajeswaran et al.
 * (2019), implicit MAML.
 *
 * <p>K gradient steps of size α stay about as close to their start as the proximal problem with λ =
 * 1/(αK) does, θ* = argmax J_in(φ, θ) − λ/2 ‖θ − θ^0(φ)‖². Taking θ^K for that maximiser,
 *
 * <pre>
 *   (I − αK H) w = ∇_θ J_out,   m = ∂_φ J_out + αK (∇_φ∇_θ J_in) w + (∇_φ θ^0) w
 * </pre>
 *
 * with H at θ^K. It needs one Hessian batch instead of K, and is biased wherever θ^K is not that
 * maximiser: exact for K = 0, close for small αK. The system is solved by conjugate gradients;
 * where the objective curves upwards so strongly that I − αK H is not positive along a search
 * direction, the iteration stops with what it has (Steihaug 1983).
 *
 * <p>Not thread-safe; build one per worker.
 *
 * @param <P> the problem's workspace
 */
public final class ImplicitMetaGradient<P> implements MetaEstimator {
  private final InnerLoop<P> loop;
  private final CurvatureSlot<P> curvature;
  private final OuterSlot<P> outer;
  private final int iterations;

  private final SplittableGenerator[] innerRandom;
  private final double[] right;
  private final double[] solution;
  private final double[] residual;
  private final double[] direction;
  private final double[] image;
  private final double[] mixed;

  /**
   * Prepares the loop at φ.
   *
   * @param problem what is learned
   * @param inner the slot that moves θ
   * @param curvature the Hessian slot, drawn once at θ^K
   * @param outer the outer slot
   * @param alpha inner step size α
   * @param steps number of inner steps K ≥ 0
   * @param phi outer parameter [phiSize], cloned
   * @param iterations most conjugate-gradient iterations, at least 1
   * @throws IllegalArgumentException if a number is out of range or φ has the wrong length
   */
  public ImplicitMetaGradient(
      TwoLoopProblem<P> problem,
      InnerSlot<P> inner,
      CurvatureSlot<P> curvature,
      OuterSlot<P> outer,
      double alpha,
      int steps,
      double[] phi,
      int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException(
          "conjugate-gradient iterations is " + iterations + ", expected at least 1");
    }
    this.loop = new InnerLoop<>(problem, inner, alpha, steps, phi);
    this.curvature = curvature;
    this.outer = outer;
    this.iterations = iterations;
    innerRandom = new SplittableGenerator[steps];
    int size = problem.thetaSize();
    right = new double[size];
    solution = new double[size];
    residual = new double[size];
    direction = new double[size];
    image = new double[size];
    mixed = new double[problem.phiSize()];
  }

  @Override
  public void estimate(SplittableGenerator random, double[] metaGradient) {
    SplittableGenerator outerRandom = random.split();
    SplittableGenerator hessianRandom = random.split();
    int steps = loop.steps();
    for (int k = 0; k < steps; k++) {
      innerRandom[k] = random.split();
    }
    loop.run(innerRandom);
    P last = loop.point(steps);
    outer.gradients(last, outerRandom, right, metaGradient);
    curvature.draw(last, steps, hessianRandom);
    double reach = loop.alpha() * steps;
    solve(reach);
    curvature.mixedVector(solution, mixed);
    Vectors.addScaled(reach, mixed, metaGradient);
    loop.problem().addInitialVjp(loop.phi(), solution, metaGradient);
  }

  /** Conjugate gradients on (I − reach·H) w = right, started at w = right. */
  private void solve(double reach) {
    System.arraycopy(right, 0, solution, 0, right.length);
    apply(reach, solution);
    for (int i = 0; i < residual.length; i++) {
      residual[i] = right[i] - image[i];
    }
    System.arraycopy(residual, 0, direction, 0, residual.length);
    double square = Vectors.dot(residual, residual);
    double enough = 1e-20 * Vectors.dot(right, right);
    for (int i = 0; i < iterations && square > enough; i++) {
      apply(reach, direction);
      double curved = Vectors.dot(direction, image);
      if (!(curved > 0)) {
        return;
      }
      double step = square / curved;
      Vectors.addScaled(step, direction, solution);
      Vectors.addScaled(-step, image, residual);
      double next = Vectors.dot(residual, residual);
      double keep = next / square;
      for (int j = 0; j < direction.length; j++) {
        direction[j] = residual[j] + keep * direction[j];
      }
      square = next;
    }
  }

  private void apply(double reach, double[] vector) {
    curvature.hessianVector(vector, image);
    for (int i = 0; i < image.length; i++) {
      image[i] = vector[i] - reach * image[i];
    }
  }

  @Override
  public double squaredDistance(int step, double[] other) {
    return Vectors.squaredDistance(loop.theta(step), other);
  }
}
