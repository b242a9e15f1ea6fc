package gmrl.meta;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * Gradient ascent on one batch that is remembered; back, that batch's own derivatives, and what the
 * outcome is worth times the score of having drawn it: u ← u + α (∂_θ ĝ_k)ᵀ u + (J_out − b) ∇_θ log
 * p(τ_k | θ^k).
 *
 * @param <P> the problem's workspace
 */
final class SampledAdaptation<P> implements InnerStep<double[]> {
  private final InnerLoop<P> loop;
  private final int step;
  private final SampledStep<P> batch;
  private final InnerSlot<P> inner;
  private final DoubleSupplier gain;
  private final double[] score;
  private SplittableGenerator random = MeanSlots.UNUSED;

  /** {@code gain} is J_out − b of the trial that is pulled back. */
  SampledAdaptation(InnerLoop<P> loop, int step, SampledStep<P> batch, DoubleSupplier gain) {
    this.loop = loop;
    this.step = step;
    this.batch = batch;
    this.gain = gain;
    inner =
        (point, k, source, gradient) -> {
          batch.draw(point, k, source);
          batch.gradient(gradient);
        };
    score = new double[loop.problem().thetaSize()];
  }

  /** Where the batch comes from in the next trial. */
  void seed(SplittableGenerator source) {
    random = source;
  }

  @Override
  public void advance() {
    loop.advance(step, inner, random);
  }

  @Override
  public void pullBack(double[] cotangent, double[] meta) {
    loop.pullBack(batch, cotangent, meta);
    batch.score(score);
    Vectors.addScaled(gain.getAsDouble(), score, cotangent);
  }
}
