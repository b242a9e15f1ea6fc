package gmrl.meta;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * Gradient ascent on φ with an estimated meta-gradient, judged by exact adaptation at every update.
 *
 * <pre>  φ ← φ + η · mean of n estimates of ∇_φ J_out(φ, θ^K(φ))</pre>
 *
 * Handing in the exact loop as the estimate gives the learner that a biased one is compared with.
 * The states are immutable and {@link #step} changes nothing but workspaces, so a run can be
 * paused, branched and repeated. Not thread-safe; one per worker.
 *
 * @param <P> the problem's workspace
 */
public final class MetaTraining<P> {
  private final MetaGradient<P> estimate;
  private final MetaGradient<P> exact;
  private final ToDoubleFunction<P> objective;
  private final double learningRate;
  private final int trials;

  /**
   * Pairs an estimate with the exact loop.
   *
   * @param estimate the meta-gradient that moves φ; moved about
   * @param exact the same meta-gradient with every slot exact; moved about, must not share its
   *     workspace with {@code estimate}
   * @param objective J_out at a point, exactly
   * @param learningRate η, finite
   * @param trials n ≥ 1 estimates averaged for each update
   * @throws IllegalArgumentException if a number is out of range or the loops differ in K
   */
  public MetaTraining(
      MetaGradient<P> estimate,
      MetaGradient<P> exact,
      ToDoubleFunction<P> objective,
      double learningRate,
      int trials) {
    if (!Double.isFinite(learningRate)) {
      throw new IllegalArgumentException(
          "learning rate is " + learningRate + ", expected a finite number");
    }
    if (trials < 1) {
      throw new IllegalArgumentException("trials per update is " + trials + ", expected 1 or more");
    }
    if (estimate.steps() != exact.steps()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the estimate has K = %d and the exact loop K = %d, expected the same",
              estimate.steps(),
              exact.steps()));
    }
    this.estimate = estimate;
    this.exact = exact;
    this.objective = objective;
    this.learningRate = learningRate;
    this.trials = trials;
  }

  /**
   * The state before the first update.
   *
   * @param phi where training starts [phiSize], not modified
   * @param random given to the exact slots, which ignore it
   */
  public TrainingState start(double[] phi, SplittableGenerator random) {
    double[] gradient = new double[phi.length];
    double value = evaluate(phi, random, gradient);
    return new TrainingState(0, phi, value, gradient, 0, Double.NaN, !isFinite(value, gradient));
  }

  /**
   * One update.
   *
   * @param state where the learner stands, not modified
   * @param random the update's own generator; consumed by splitting
   * @return where it stands next
   */
  public TrainingState step(TrainingState state, SplittableGenerator random) {
    if (state.stopped()) {
      return state;
    }
    double[] phi = state.phi();
    double[] exactGradient = state.exactGradient();
    double[] sum = new double[phi.length];
    double[] one = new double[phi.length];
    estimate.moveTo(phi);
    for (int i = 0; i < trials; i++) {
      estimate.estimate(random.split(), one);
      Vectors.addScaled(1.0 / trials, one, sum);
    }
    double norm = Math.sqrt(Vectors.dot(sum, sum));
    double lengths = norm * Math.sqrt(Vectors.dot(exactGradient, exactGradient));
    double cosine = lengths > 0 ? Vectors.dot(sum, exactGradient) / lengths : Double.NaN;
    double[] next = phi.clone();
    Vectors.addScaled(learningRate, sum, next);
    double[] gradient = new double[phi.length];
    double value = isFinite(norm, next) ? evaluate(next, random, gradient) : Double.NaN;
    return isFinite(value, gradient)
        ? new TrainingState(state.update() + 1, next, value, gradient, norm, cosine, false)
        : new TrainingState(
            state.update() + 1, phi, state.objective(), exactGradient, norm, cosine, true);
  }

  /** Exact adaptation at φ: its objective, and its meta-gradient [phiSize], overwritten. */
  private double evaluate(double[] phi, SplittableGenerator random, double[] gradient) {
    exact.moveTo(phi);
    exact.estimate(random.split(), gradient);
    return objective.applyAsDouble(exact.point(exact.steps()));
  }

  private static boolean isFinite(double scalar, double[] vector) {
    return Double.isFinite(scalar) && Arrays.stream(vector).allMatch(Double::isFinite);
  }
}
