package gmrl.mdp.maml;

import gmrl.mdp.BatchEstimate;
import gmrl.mdp.Estimator;
import gmrl.mdp.Mdp;
import gmrl.mdp.NoisyCritic;
import gmrl.mdp.Sampling;
import gmrl.mdp.TrajectoryBatch;
import java.util.random.RandomGenerator;

/** One slot's own batch: fresh trajectories and critic at each draw, read by one estimator. */
final class SampledReturn {
  private final Estimator estimator;
  private final TrajectoryBatch batch;
  private final NoisyCritic critic;
  private final BatchEstimate estimate;
  private final double[] noCritic = {};

  SampledReturn(Mdp mdp, Sampling sampling, Estimator estimator, int samples) {
    this.estimator = estimator;
    batch = new TrajectoryBatch(mdp, samples, sampling.horizon());
    critic = new NoisyCritic(mdp.states(), sampling.criticNoise());
    estimate = new BatchEstimate(mdp, estimator);
  }

  void draw(MamlPoint point, RandomGenerator random) {
    batch.sample(point.policy(), random.nextLong());
    double[] drawn =
        estimator.usesCritic() ? critic.draw(point.evaluation().value(), random) : noCritic;
    estimate.read(point.policy(), batch, drawn);
  }

  BatchEstimate estimate() {
    return estimate;
  }
}
