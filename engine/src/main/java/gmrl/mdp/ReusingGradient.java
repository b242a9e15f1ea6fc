package gmrl.mdp;

import java.util.random.RandomGenerator;

/**
 * Inner gradient that reuses the trial's earlier batches with importance weights.
 *
 * <p>Belongs to one thread.
 */
final class ReusingGradient {
  private final int samples;
  private final ReweightedGradient reweighted;
  private final NoisyCritic critic;

  /**
   * A slot's memory.
   *
   * @param sampling horizon and critic noise
   * @param samples fresh trajectories a step, at least 1
   * @param gaeLambda λ of the generalised advantage, 1 for returns to the horizon
   * @param reweighting how earlier policies' samples are corrected
   */
  ReusingGradient(
      Mdp mdp, Sampling sampling, int samples, double gaeLambda, Reweighting reweighting) {
    this.samples = samples;
    reweighted = new ReweightedGradient(mdp, sampling.horizon(), gaeLambda, reweighting);
    critic = new NoisyCritic(mdp.states(), sampling.criticNoise());
  }

  /**
   * Samples step k's batch and computes the gradient from it and the earlier ones.
   *
   * @param point the present policy
   * @param evaluation its return, whose reward is learned from
   * @param step k; 0 starts a new trial
   * @param gradient [S·A], overwritten
   */
  void gradient(
      PolicyPoint point,
      ReturnEvaluation evaluation,
      int step,
      RandomGenerator random,
      double[] gradient) {
    reweighted.sample(step, point, samples, random.nextLong());
    double[] drawn = critic.draw(evaluation.value(), random);
    reweighted.gradient(step + 1, evaluation.reward(), drawn, gradient);
  }
}
