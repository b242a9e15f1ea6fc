package gmrl.meta;

import gmrl.linear.ConjugateGradients;
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
  /** So small that the iterations, not the tolerance, end nearly every solve. */
  private static final double RELATIVE_RESIDUAL = 1e-10;

  private final InnerLoop<P> loop;
  private final InnerSlot<P> inner;
  private final CurvatureSlot<P> curvature;
  private final OuterSlot<P> outer;
  private final ConjugateGradients solver;

  private final SplittableGenerator[] innerRandom;
  private final double[] right;
  private final double[] solution;
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
    this.solver = new ConjugateGradients(iterations, RELATIVE_RESIDUAL, 0);
    this.loop = new InnerLoop<>(problem, alpha, steps, phi);
    this.inner = inner;
    this.curvature = curvature;
    this.outer = outer;
    innerRandom = new SplittableGenerator[steps];
    int size = problem.thetaSize();
    right = new double[size];
    solution = new double[size];
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
    loop.run(inner, innerRandom);
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
    solver.solve(
        (vector, product) -> {
          curvature.hessianVector(vector, product);
          for (int i = 0; i < product.length; i++) {
            product[i] = vector[i] - reach * product[i];
          }
        },
        (r, z) -> System.arraycopy(r, 0, z, 0, r.length),
        right,
        solution);
  }

  @Override
  public double squaredDistance(int step, double[] other) {
    return Vectors.squaredDistance(loop.theta(step), other);
  }
}
