package gmrl.meta;

import gmrl.LibraryApi;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * The meta-gradient from values alone: evolution strategies, or central differences.
 *
 * <pre>
 *   evolution strategies:  1/(2nσ) Σ_i (F(φ + σε_i) − F(φ − σε_i)) ε_i,   ε_i ~ N(0, I)
 *   persistent:            the same with an ε of its own for every inner step, and their sum at the end
 *   central differences:   (F(φ + σe_j) − F(φ − σe_j)) / 2σ for every coordinate j
 * </pre>
 *
 * where F(φ) = J_out(φ, θ^K(φ)) runs the whole inner loop. Antithetic pairs share their random
 * numbers. No Hessian is needed, so there is no Hessian bias; the smoothing leaves a bias of order
 * σ², and the inner noise a compositional one (Salimans et al. 2017; Song et al. 2020, ES-MAML).
 * Persistent strategies (Vicol et al. 2021) need no more of an unroll at a time than one step, for
 * a variance up to K times as large: that where few steps depend on φ, none where all pull one way.
 * One ε for the whole unroll, which is what evolution strategies are here, is ES-Single (Vicol
 * 2023, arXiv 2304.11153).
 *
 * <p>Not thread-safe; build one per worker.
 *
 * @param <P> the problem's workspace
 */
public final class ZeroOrderMetaGradient<P> implements MetaEstimator {
  private final InnerLoop<P> loop;
  private final InnerSlot<P> inner;
  private final ReturnSlot<P> outer;
  private final double[] centre;
  private final double[] moved;
  private final double[] epsilon;

  /** ε of every inner step [K][phiSize], where each has its own. */
  private final double[][] own;

  private final int pairs;
  private final double sigma;
  private final SplittableGenerator[] innerRandom;

  private ZeroOrderMetaGradient(
      InnerLoop<P> loop,
      InnerSlot<P> inner,
      ReturnSlot<P> outer,
      int pairs,
      double sigma,
      boolean persistent) {
    if (!(sigma > 0) || Double.isInfinite(sigma)) {
      throw new IllegalArgumentException(
          "perturbation sigma is " + sigma + ", expected a number above 0");
    }
    this.loop = loop;
    this.inner = inner;
    this.outer = outer;
    this.pairs = pairs;
    this.sigma = sigma;
    centre = loop.phi().clone();
    moved = new double[centre.length];
    epsilon = new double[centre.length];
    own = new double[persistent ? loop.steps() : 0][centre.length];
    innerRandom = new SplittableGenerator[loop.steps()];
  }

  /**
   * Evolution strategies with antithetic pairs.
   *
   * @param problem what is learned
   * @param inner the slot that moves θ
   * @param outer values J_out
   * @param alpha inner step size α
   * @param steps number of inner steps K ≥ 0
   * @param phi outer parameter [phiSize], cloned
   * @param pairs n ≥ 1 antithetic pairs a trial; 2n inner loops
   * @param sigma σ > 0
   * @throws IllegalArgumentException if a number is out of range or φ has the wrong length
   */
  public static <P> ZeroOrderMetaGradient<P> evolutionStrategies(
      TwoLoopProblem<P> problem,
      InnerSlot<P> inner,
      ReturnSlot<P> outer,
      double alpha,
      int steps,
      double[] phi,
      int pairs,
      double sigma) {
    if (pairs < 1) {
      throw new IllegalArgumentException("pairs is " + pairs + ", expected at least 1");
    }
    return new ZeroOrderMetaGradient<>(
        new InnerLoop<>(problem, alpha, steps, phi), inner, outer, pairs, sigma, false);
  }

  /**
   * Persistent evolution strategies: the same pairs, where each inner step runs under a
   * perturbation of its own.
   *
   * @throws IllegalStateException if these are central differences, which draw no pairs
   */
  public ZeroOrderMetaGradient<P> persistent() {
    if (pairs == 0) {
      throw new IllegalStateException("central differences have no pairs that could persist");
    }
    return new ZeroOrderMetaGradient<>(loop, inner, outer, pairs, sigma, true);
  }

  /**
   * Central differences in every coordinate, 2·phiSize inner loops a trial.
   *
   * @param problem what is learned
   * @param inner the slot that moves θ
   * @param outer values J_out
   * @param alpha inner step size α
   * @param steps number of inner steps K ≥ 0
   * @param phi outer parameter [phiSize], cloned
   * @param sigma half the distance of the two evaluations
   * @throws IllegalArgumentException if a number is out of range or φ has the wrong length
   */
  @LibraryApi
  public static <P> ZeroOrderMetaGradient<P> centralDifferences(
      TwoLoopProblem<P> problem,
      InnerSlot<P> inner,
      ReturnSlot<P> outer,
      double alpha,
      int steps,
      double[] phi,
      double sigma) {
    return new ZeroOrderMetaGradient<>(
        new InnerLoop<>(problem, alpha, steps, phi), inner, outer, 0, sigma, false);
  }

  @Override
  public void estimate(SplittableGenerator random, double[] metaGradient) {
    if (pairs == 0) {
      differences(random, metaGradient);
      return;
    }
    Arrays.fill(metaGradient, 0);
    SplittableGenerator draws = random.split();
    for (int pair = 0; pair < pairs; pair++) {
      perturb(draws);
      double slope = slope(random.nextLong()) / pairs;
      Vectors.addScaled(slope, epsilon, metaGradient);
    }
  }

  /** ε, or one for each step with ε their sum. */
  private void perturb(SplittableGenerator draws) {
    if (own.length == 0) {
      for (int i = 0; i < epsilon.length; i++) {
        epsilon[i] = draws.nextGaussian();
      }
      return;
    }
    Arrays.fill(epsilon, 0);
    for (double[] step : own) {
      for (int i = 0; i < step.length; i++) {
        step[i] = draws.nextGaussian();
        epsilon[i] += step[i];
      }
    }
  }

  private void differences(SplittableGenerator random, double[] metaGradient) {
    long seed = random.nextLong();
    Arrays.fill(epsilon, 0);
    for (int i = 0; i < epsilon.length; i++) {
      epsilon[i] = 1;
      metaGradient[i] = slope(seed);
      epsilon[i] = 0;
    }
  }

  /** (F(φ + σε) − F(φ − σε)) / 2σ, both ends with the same random numbers. */
  private double slope(long seed) {
    return (value(sigma, seed) - value(-sigma, seed)) / (2 * sigma);
  }

  private double value(double distance, long seed) {
    SplittableGenerator random = new SplittableRandom(seed);
    SplittableGenerator outerRandom = random.split();
    for (int k = 0; k < innerRandom.length; k++) {
      innerRandom[k] = random.split();
    }
    if (own.length == 0) {
      move(distance, epsilon);
      loop.start(moved);
      loop.run(inner, innerRandom);
    } else {
      for (int k = 0; k < own.length; k++) {
        move(distance, own[k]);
        loop.shift(k, moved);
        loop.advance(k, inner, innerRandom[k]);
      }
    }
    return outer.value(loop.point(loop.steps()), outerRandom);
  }

  private void move(double distance, double[] along) {
    for (int i = 0; i < moved.length; i++) {
      moved[i] = centre[i] + distance * along[i];
    }
  }

  @Override
  public double squaredDistance(int step, double[] other) {
    return Double.NaN;
  }
}
