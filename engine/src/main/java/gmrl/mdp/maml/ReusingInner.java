package gmrl.mdp.maml;

import gmrl.mdp.Mdp;
import gmrl.mdp.NoisyCritic;
import gmrl.mdp.ReweightedGradient;
import gmrl.mdp.Sampling;
import gmrl.meta.InnerSlot;
import java.util.random.RandomGenerator.SplittableGenerator;

/** Inner slot that reuses the trial's earlier batches with importance weights. */
final class ReusingInner implements InnerSlot<MamlPoint> {
  private final int samples;
  private final ReweightedGradient reweighted;
  private final NoisyCritic critic;

  ReusingInner(Mdp mdp, Sampling sampling, int samples) {
    this.samples = samples;
    reweighted = new ReweightedGradient(mdp, sampling.horizon());
    critic = new NoisyCritic(mdp.states(), sampling.criticNoise());
  }

  @Override
  public void gradient(MamlPoint point, int step, SplittableGenerator random, double[] gradient) {
    reweighted.sample(step, point.policy(), samples, random.nextLong());
    double[] drawn = critic.draw(point.evaluation().value(), random);
    reweighted.gradient(step + 1, drawn, gradient);
  }
}
