package gmrl.theory;

import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.OuterSlot;
import gmrl.meta.TwoLoopProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * Measures {@link BoundConstants} along the inner loop: on the exact path and on a few sampled
 * ones, taking the largest value met.
 *
 * <p>Norms of Hessians come from power iterations with Hessian-vector products, Lipschitz constants
 * from the change between a sampled iterate and the exact one of the same step, so they hold for
 * the region that the sampled paths visit and not beyond it: where the policy is nearly
 * deterministic a handful of paths misses the rare actions that matter. Not thread-safe.
 *
 * @param <P> the problem's workspace
 */
public final class ConstantsProbe<P> {
  private final TwoLoopProblem<P> problem;
  private final InnerSlot<P> exactInner;
  private final CurvatureSlot<P> exactCurvature;
  private final OuterSlot<P> exactOuter;
  private final double[] phi;
  private final double alpha;
  private final int steps;
  private final List<P> exactPath;
  private final double[][] exactThetas;

  /**
   * Walks the exact path.
   *
   * @param exactInner exact ∇_θ J_in
   * @param exactCurvature exact ∇²_θ J_in and ∇_φ∇_θ J_in
   * @param exactOuter exact ∇J_out
   * @param alpha inner step size α
   * @param steps K ≥ 0
   * @param phi outer parameter [phiSize], cloned
   * @param random start of the exact slots, which ignore it
   */
  public ConstantsProbe(
      TwoLoopProblem<P> problem,
      InnerSlot<P> exactInner,
      CurvatureSlot<P> exactCurvature,
      OuterSlot<P> exactOuter,
      double alpha,
      int steps,
      double[] phi,
      SplittableGenerator random) {
    this.problem = problem;
    this.exactInner = exactInner;
    this.exactCurvature = exactCurvature;
    this.exactOuter = exactOuter;
    this.phi = phi.clone();
    this.alpha = alpha;
    this.steps = steps;
    exactThetas = new double[steps + 1][problem.thetaSize()];
    exactPath = walk(exactInner, exactThetas, random, new double[1]);
  }

  /**
   * Measures the constants.
   *
   * @param sampledInner the inner slot under study
   * @param samples its trajectories per batch |τ|
   * @param paths number of sampled paths, 1 or more
   * @param random source of the paths and the power iterations
   */
  public BoundConstants measure(
      InnerSlot<P> sampledInner, int samples, int paths, SplittableGenerator random) {
    if (samples < 1 || paths < 1) {
      throw new IllegalArgumentException(
          "probe has " + samples + " samples and " + paths + " paths, expected 1 or more of both");
    }
    double curvature = 0;
    double mixed = 0;
    for (int k = 0; k < steps; k++) {
      curvature = Math.max(curvature, hessianNorm(exactPath.get(k), k, random));
      mixed = Math.max(mixed, frobenius(mixedMatrix(exactPath.get(k), k, random)));
    }
    double[] exactOuterGradient = outerGradient(exactPath.get(steps), random);
    double outer = SpectralNorm.length(exactOuterGradient);
    double outerLipschitz = 0;
    double hessianLipschitz = 0;
    double mixedLipschitz = 0;
    double[] squaredErrors = new double[1];
    double[][] thetas = new double[steps + 1][problem.thetaSize()];
    for (int path = 0; path < paths; path++) {
      List<P> points = walk(sampledInner, thetas, random, squaredErrors);
      double last = distance(thetas[steps], exactThetas[steps]);
      double[] gradient = outerGradient(points.get(steps), random);
      outer = Math.max(outer, SpectralNorm.length(gradient));
      outerLipschitz =
          Math.max(outerLipschitz, ratio(distance(gradient, exactOuterGradient), last));
      for (int k = 1; k < steps; k++) {
        P there = points.get(k);
        P here = exactPath.get(k);
        double gap = distance(thetas[k], exactThetas[k]);
        curvature = Math.max(curvature, hessianNorm(there, k, random));
        hessianLipschitz =
            Math.max(hessianLipschitz, ratio(hessianChange(there, here, k, random), gap));
        double[] mixedThere = mixedMatrix(there, k, random);
        mixed = Math.max(mixed, frobenius(mixedThere));
        mixedLipschitz =
            Math.max(
                mixedLipschitz, ratio(distance(mixedThere, mixedMatrix(here, k, random)), gap));
      }
    }
    double sigma =
        steps == 0 ? 0 : Math.sqrt(samples * squaredErrors[0] / ((double) paths * steps));
    return new BoundConstants(
        outer,
        curvature,
        outerLipschitz,
        hessianLipschitz,
        mixed,
        mixedLipschitz,
        sigma,
        initialNorm(random));
  }

  /**
   * Measures Δ_H of a Hessian slot: the largest norm over the exact path of the mean error of
   * {@code draws} batches. What noise is left in that mean counts as error.
   *
   * @param curvature the Hessian slot under study
   * @param draws batches to average, 1 or more
   */
  double hessianError(CurvatureSlot<P> curvature, int draws, SplittableGenerator random) {
    if (draws < 1) {
      throw new IllegalArgumentException("probe has " + draws + " draws, expected 1 or more");
    }
    int size = problem.thetaSize();
    double largest = 0;
    for (int k = 0; k < steps; k++) {
      P point = exactPath.get(k);
      int step = k;
      double[][] mean = new double[size][size];
      double[] unit = new double[size];
      double[] column = new double[size];
      for (int n = 0; n < draws; n++) {
        curvature.draw(point, step, random.split());
        for (int j = 0; j < size; j++) {
          unit[j] = 1;
          curvature.hessianVector(unit, column);
          for (int i = 0; i < size; i++) {
            mean[i][j] += column[i] / draws;
          }
          unit[j] = 0;
        }
      }
      exactCurvature.draw(point, step, random);
      SpectralNorm.Operator error =
          (vector, product) -> {
            exactCurvature.hessianVector(vector, product);
            for (int i = 0; i < size; i++) {
              double sum = 0;
              for (int j = 0; j < size; j++) {
                sum += mean[i][j] * vector[j];
              }
              product[i] = sum - product[i];
            }
          };
      largest = Math.max(largest, SpectralNorm.of(size, error, random));
    }
    return largest;
  }

  /** Walks K steps; {@code squaredErrors[0]} gains ‖ĝ − g‖² at every visited point. */
  private List<P> walk(
      InnerSlot<P> slot, double[][] thetas, SplittableGenerator random, double[] squaredErrors) {
    int size = problem.thetaSize();
    List<P> points = new ArrayList<>(steps + 1);
    double[] gradient = new double[size];
    double[] exact = new double[size];
    problem.initial(phi, thetas[0]);
    for (int k = 0; k <= steps; k++) {
      P point = problem.newPoint();
      problem.moveTo(point, phi, thetas[k]);
      points.add(point);
      if (k < steps) {
        slot.gradient(point, k, random.split(), gradient);
        exactInner.gradient(point, k, random, exact);
        double error = distance(gradient, exact);
        squaredErrors[0] += error * error;
        for (int i = 0; i < size; i++) {
          thetas[k + 1][i] = thetas[k][i] + alpha * gradient[i];
        }
      }
    }
    return points;
  }

  private double hessianNorm(P point, int step, SplittableGenerator random) {
    exactCurvature.draw(point, step, random);
    return SpectralNorm.of(problem.thetaSize(), exactCurvature::hessianVector, random);
  }

  private double hessianChange(P there, P here, int step, SplittableGenerator random) {
    double[] other = new double[problem.thetaSize()];
    SpectralNorm.Operator change =
        (vector, product) -> {
          exactCurvature.draw(here, step, random);
          exactCurvature.hessianVector(vector, other);
          exactCurvature.draw(there, step, random);
          exactCurvature.hessianVector(vector, product);
          for (int i = 0; i < product.length; i++) {
            product[i] -= other[i];
          }
        };
    return SpectralNorm.of(problem.thetaSize(), change, random);
  }

  /** ∇_φ∇_θ J_in, column by column. */
  private double[] mixedMatrix(P point, int step, SplittableGenerator random) {
    int rows = problem.phiSize();
    double[] matrix = new double[problem.thetaSize() * rows];
    double[] unit = new double[problem.thetaSize()];
    double[] column = new double[rows];
    exactCurvature.draw(point, step, random);
    for (int j = 0; j < unit.length; j++) {
      unit[j] = 1;
      exactCurvature.mixedVector(unit, column);
      System.arraycopy(column, 0, matrix, j * rows, rows);
      unit[j] = 0;
    }
    return matrix;
  }

  private double[] outerGradient(P point, SplittableGenerator random) {
    double[] gradient = new double[problem.thetaSize()];
    exactOuter.gradients(point, random, gradient, new double[problem.phiSize()]);
    return gradient;
  }

  /** ‖∇_φθ^0‖ on a random direction; exact for an identity and for zero. */
  private double initialNorm(SplittableGenerator random) {
    double[] direction = new double[problem.thetaSize()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = random.nextGaussian();
    }
    double[] product = new double[problem.phiSize()];
    problem.addInitialVjp(phi, direction, product);
    return SpectralNorm.length(product) / SpectralNorm.length(direction);
  }

  private static double frobenius(double[] matrix) {
    return SpectralNorm.length(matrix);
  }

  private static double ratio(double change, double gap) {
    return gap > 0 ? change / gap : 0;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
