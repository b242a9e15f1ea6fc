package gmrl.meta;

import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;

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
 * without ever building H. A truncated gradient stops the recursion after the last steps; with none
 * of them it is the first-order gradient of Finn et al. (2017). Each trial splits its generator in
 * a fixed order (outer, then inner and Hessian of step 0, 1, …), so the draws of a step do not
 * depend on K, α or the sample sizes of the other slots: neighbouring slider positions share their
 * random numbers.
 *
 * <p>Not thread-safe; build one per worker.
 *
 * @param <P> the problem's workspace
 */
public final class MetaGradient<P> implements MetaEstimator {
  private static final double[][] NO_ADJOINTS = {};

  private final InnerLoop<P> loop;
  private final List<GradientAscent<P>> ascent;
  private final OuterSlot<P> outer;
  private final int differentiated;

  /** Weight of J_out at θ^k over that at θ^{k+1}; 0 looks at θ^K alone. */
  private final double earlier;

  private final double[] cotangent;
  private final double[] joined;
  private final double[] joinedMeta;

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
    this.loop = new InnerLoop<>(problem, alpha, steps, phi);
    this.ascent = ascent(inner, curvature);
    this.outer = outer;
    this.differentiated = steps;
    this.earlier = 0;
    cotangent = new double[problem.thetaSize()];
    joined = new double[problem.thetaSize()];
    joinedMeta = new double[problem.phiSize()];
  }

  private MetaGradient(MetaGradient<P> other, int differentiated, double earlier) {
    loop = other.loop;
    ascent = other.ascent;
    outer = other.outer;
    cotangent = other.cotangent;
    joined = other.joined;
    joinedMeta = other.joinedMeta;
    this.differentiated = differentiated;
    this.earlier = earlier;
  }

  private List<GradientAscent<P>> ascent(InnerSlot<P> inner, CurvatureSlot<P> curvature) {
    return IntStream.range(0, loop.steps())
        .mapToObj(k -> new GradientAscent<>(loop, k, inner, curvature))
        .toList();
  }

  /**
   * The same loop differentiated through its last steps only: cheaper, and biased by what it leaves
   * out. Shares this estimator's workspace, which must not be used any more.
   *
   * @param lastSteps number of steps to differentiate through, in 0 … ; K or more is no truncation
   */
  public MetaGradient<P> truncated(int lastSteps) {
    if (lastSteps < 0) {
      throw new IllegalArgumentException(
          "truncation is " + lastSteps + ", expected 0 or more steps");
    }
    return new MetaGradient<>(this, Math.min(lastSteps, loop.steps()), earlier);
  }

  /**
   * The same loop with the outer objective of every step, Σ_k w_k J_out(φ, θ^k) with w_k ∝ λ^{K−k}
   * over k = 1 … K: a mixture of the meta-gradients of all horizons (Bonnet et al. 2021), calmer
   * than the last alone and another target. Each step has an outer batch of its own. Shares this
   * estimator's workspace, which must not be used any more.
   *
   * @param keep λ in [0, 1]; 0 is the last step alone, 1 weighs all alike
   */
  public MetaGradient<P> mixed(double keep) {
    if (!(keep >= 0 && keep <= 1)) {
      throw new IllegalArgumentException("mixture is " + keep + ", expected a value in [0, 1]");
    }
    return new MetaGradient<>(this, differentiated, keep);
  }

  @Override
  public void estimate(SplittableGenerator random, double[] metaGradient) {
    SplittableGenerator outerRandom = random.split();
    for (GradientAscent<P> step : ascent) {
      SplittableGenerator innerRandom = random.split();
      step.seed(innerRandom, random.split());
    }
    InnerLoop.forward(ascent);
    back(ascent, outer, outerRandom, metaGradient, NO_ADJOINTS);
  }

  private void back(
      List<GradientAscent<P>> steps,
      OuterSlot<P> slot,
      SplittableGenerator random,
      double[] metaGradient,
      double[][] adjoints) {
    loop.back(
        steps,
        differentiated,
        (k, u, m) -> {
          if (k == steps.size()) {
            slot.gradients(loop.point(k), random, u, m);
            scale(u);
            scale(m);
          } else if (earlier > 0) {
            slot.gradients(loop.point(k), random, joined, joinedMeta);
            Vectors.addScaled(weight(k), joined, u);
            Vectors.addScaled(weight(k), joinedMeta, m);
          }
          if (adjoints.length > 0 && k > 0) {
            System.arraycopy(u, 0, adjoints[k - 1], 0, u.length);
          }
        },
        cotangent,
        metaGradient);
  }

  private void scale(double[] last) {
    if (earlier > 0) {
      double weight = weight(loop.steps());
      for (int i = 0; i < last.length; i++) {
        last[i] *= weight;
      }
    }
  }

  /** w_k. */
  private double weight(int step) {
    double total = 1;
    double own = 1;
    for (int k = 1; k < loop.steps(); k++) {
      total = 1 + earlier * total;
    }
    for (int k = step; k < loop.steps(); k++) {
      own *= earlier;
    }
    return own / total;
  }

  /**
   * Runs the recursion once more along the path of the last trial, with the means of the slots in
   * place of their batches: the mean of the estimate given that path, for batches that are
   * independent of each other and of the path.
   *
   * @param means of this estimator's own slots
   * @param metaGradient [phiSize], overwritten
   */
  public void meanAlongPath(MeanSlots<P> means, double[] metaGradient) {
    back(
        ascent(means.inner(), means.curvature()),
        means.outer(),
        MeanSlots.UNUSED,
        metaGradient,
        NO_ADJOINTS);
  }

  /**
   * The same run, which tells how the outer objective answers to each iterate.
   *
   * @param adjoints [K][thetaSize], overwritten with u_1 … u_K
   */
  void adjointsAlongPath(MeanSlots<P> means, double[][] adjoints) {
    back(
        ascent(means.inner(), means.curvature()),
        means.outer(),
        MeanSlots.UNUSED,
        new double[joinedMeta.length],
        adjoints);
  }

  /** The inner loop whose last path {@link #meanAlongPath} follows. */
  InnerLoop<P> loop() {
    return loop;
  }

  /**
   * Moves the loop to another φ; the next trial starts there.
   *
   * @param phi outer parameter [phiSize], not retained
   * @throws IllegalArgumentException if φ has the wrong length
   */
  public void moveTo(double[] phi) {
    loop.start(phi);
  }

  /** K, the number of inner steps. */
  public int steps() {
    return loop.steps();
  }

  /**
   * The iterate θ^k of the last trial.
   *
   * @param step k in 0 … K
   * @return a copy [thetaSize]
   */
  public double[] theta(int step) {
    return loop.theta(step).clone();
  }

  @Override
  public double squaredDistance(int step, double[] other) {
    return Vectors.squaredDistance(loop.theta(step), other);
  }

  /** The workspace at θ^k of the last trial; read it, do not move it. */
  public P point(int step) {
    return loop.point(step);
  }
}
