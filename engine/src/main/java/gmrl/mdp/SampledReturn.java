package gmrl.mdp;

import java.util.random.RandomGenerator;

/**
 * One slot's own batch: fresh trajectories and critic at each draw, read by one estimator.
 *
 * <p>Belongs to one thread.
 */
public final class SampledReturn {
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
   * @param trace λ of the generalised advantage, 1 for returns to the horizon
   */
  public SampledReturn(Mdp mdp, Sampling sampling, Estimator estimator, int samples, double trace) {
    this.estimator = estimator;
    batch = new TrajectoryBatch(mdp, samples, sampling.horizon());
    critic = new NoisyCritic(mdp.states(), sampling.criticNoise());
    estimate = new BatchEstimate(mdp, estimator, trace);
  }

  /**
   * Draws a batch under the MDP's own reward.
   *
   * @param point behaviour policy
   * @param evaluation its return, asked for only if the estimator has a critic
   */
  public void draw(PolicyPoint point, ReturnEvaluation evaluation, RandomGenerator random) {
    batch.sample(point, random.nextLong());
    estimate.read(point, batch, drawCritic(evaluation, random));
  }

  /**
   * Draws a batch under a shaped reward.
   *
   * @param point behaviour policy
   * @param evaluation its shaped return, asked for only if the estimator has a critic
   * @param intrinsic r_in[S·A], added to the MDP's reward
   */
  public void draw(
      PolicyPoint point, ReturnEvaluation evaluation, double[] intrinsic, RandomGenerator random) {
    batch.sample(point, random.nextLong());
    estimate.read(point, batch, drawCritic(evaluation, random), intrinsic);
  }

  private double[] drawCritic(ReturnEvaluation evaluation, RandomGenerator random) {
    return estimator.usesCritic() ? critic.draw(evaluation.value(), random) : noCritic;
  }

  /** The last batch. */
  public TrajectoryBatch batch() {
    return batch;
  }

  /** The estimate on the last batch. */
  public BatchEstimate estimate() {
    return estimate;
  }
}
