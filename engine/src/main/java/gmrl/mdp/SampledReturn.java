package gmrl.mdp;

import java.util.random.RandomGenerator;

/**
 * One slot's own batch: fresh trajectories and critic at each draw, read by one estimator.
 *
 * <p>Belongs to one thread.
 */
final class SampledReturn {
  private final Estimator estimator;
  private final TrajectoryBatch batch;
  private final NoisyCritic critic;
  private final BatchEstimate estimate;
  private final double[] noCritic = {};

  /**
   * A slot's memory.
   *
   * @param sampling horizon and critic noise
   * @param samples trajectories a batch, at least 1
   * @param gaeLambda λ of the generalised advantage, 1 for returns to the horizon
   */
  SampledReturn(Mdp mdp, Sampling sampling, Estimator estimator, int samples, double gaeLambda) {
    this.estimator = estimator;
    batch = new TrajectoryBatch(mdp, samples, sampling.horizon());
    critic = new NoisyCritic(mdp.states(), sampling.criticNoise());
    estimate = new BatchEstimate(mdp, estimator, gaeLambda, sampling.loadedDiscount());
  }

  /**
   * Draws a batch.
   *
   * @param point behaviour policy
   * @param evaluation the return learned from: its reward is sampled, and its values are asked for
   *     only if the estimator has a critic
   */
  void draw(PolicyPoint point, ReturnEvaluation evaluation, RandomGenerator random) {
    batch.sample(point, random.nextLong());
    double[] drawn = estimator.usesCritic() ? critic.draw(evaluation.value(), random) : noCritic;
    estimate.readUnder(evaluation.reward(), point, batch, drawn);
  }

  /** The last batch. */
  TrajectoryBatch batch() {
    return batch;
  }

  /** The estimate on the last batch. */
  BatchEstimate estimate() {
    return estimate;
  }
}
