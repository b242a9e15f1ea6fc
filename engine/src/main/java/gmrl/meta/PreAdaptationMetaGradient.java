package gmrl.meta;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;

/**
 * The gradient of what sampled adaptation is worth, F(φ) = E J_out(φ, θ̂^K) over the inner batches,
 * including how φ changes which batches are drawn (E-MAML, Stadie et al. 2018; SG-MRL, Fallah et
 * al. 2021).
 *
 * <pre>
 *   u ← ∇_θ J_out(θ̂^K)
 *   for k = K−1 … 0:   m ← m + α (∂_φ ĝ_k)ᵀ u
 *                      u ← u + α (∂_θ ĝ_k)ᵀ u + (J_out(θ̂^K) − b) ∇_θ log p(τ_k | θ̂^k)
 * </pre>
 *
 * The last term is the pre-adaptation term that {@link MetaGradient} has no part of. Each step uses
 * its batch three times, so there is no Hessian slot. Unbiased for F if ĝ depends on θ only through
 * its log-probabilities (no critic), for any constant b; F itself differs from J_out at exactly
 * adapted parameters, by the mean effect of the inner noise.
 *
 * <p>Not thread-safe; build one per worker.
 *
 * @param <P> the problem's workspace
 */
public final class PreAdaptationMetaGradient<P> implements MetaEstimator {
  private final InnerLoop<P> loop;
  private final List<SampledAdaptation<P>> steps;
  private final OuterSlot<P> outer;
  private final ReturnSlot<P> value;
  private final double baseline;

  private final double[] cotangent;
  private double gain;

  /**
   * Prepares the loop at φ.
   *
   * @param problem what is learned
   * @param batch makes the sampled step of each k; called K times
   * @param outer ∇J_out at θ̂^K
   * @param value J_out at θ̂^K, from a batch of its own or exact
   * @param baseline b, any number that does not depend on the batches
   * @param alpha inner step size α
   * @param steps number of inner steps K ≥ 0
   * @param phi outer parameter [phiSize], cloned
   * @throws IllegalArgumentException if a number is out of range or φ has the wrong length
   */
  public PreAdaptationMetaGradient(
      TwoLoopProblem<P> problem,
      Supplier<? extends SampledStep<P>> batch,
      OuterSlot<P> outer,
      ReturnSlot<P> value,
      double baseline,
      double alpha,
      int steps,
      double[] phi) {
    if (!Double.isFinite(baseline)) {
      throw new IllegalArgumentException("baseline is " + baseline + ", expected finite");
    }
    loop = new InnerLoop<>(problem, alpha, steps, phi);
    this.steps =
        IntStream.range(0, steps)
            .mapToObj(k -> new SampledAdaptation<>(loop, k, batch.get(), () -> gain))
            .toList();
    this.outer = outer;
    this.value = value;
    this.baseline = baseline;
    cotangent = new double[problem.thetaSize()];
  }

  @Override
  public void estimate(SplittableGenerator random, double[] metaGradient) {
    SplittableGenerator outerRandom = random.split();
    SplittableGenerator valueRandom = random.split();
    for (SampledAdaptation<P> step : steps) {
      step.seed(random.split());
    }
    InnerLoop.forward(steps);
    loop.back(
        steps,
        steps.size(),
        (k, u, m) -> {
          if (k == steps.size()) {
            outer.gradients(loop.point(k), outerRandom, u, m);
            gain = value.value(loop.point(k), valueRandom) - baseline;
          }
        },
        cotangent,
        metaGradient);
  }

  @Override
  public double squaredDistance(int step, double[] other) {
    return Vectors.squaredDistance(loop.theta(step), other);
  }
}
