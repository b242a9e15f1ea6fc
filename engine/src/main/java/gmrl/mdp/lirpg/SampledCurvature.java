package gmrl.mdp.lirpg;

import gmrl.mdp.PolicyPoint;
import gmrl.mdp.SampledReturn;
import gmrl.meta.SampledStep;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot from a fresh batch each step; both products read the same batch. */
final class SampledCurvature implements SampledStep<LirpgPoint> {
  private final SampledReturn sampled;
  private final MixedProduct mixed;
  private @Nullable PolicyPoint policy;

  SampledCurvature(SampledReturn sampled, MixedProduct mixed) {
    this.sampled = sampled;
    this.mixed = mixed;
  }

  @Override
  public void draw(LirpgPoint point, int step, SplittableGenerator random) {
    policy = point.policy();
    sampled.draw(point.policy(), point.shaped(), point.intrinsicReward(), random);
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    sampled.estimate().hessianVector(vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    mixed.apply(sampled.estimate(), drawn(), vector, product);
  }

  @Override
  public void gradient(double[] gradient) {
    sampled.estimate().gradient(gradient);
  }

  @Override
  public void score(double[] score) {
    sampled.batch().score(drawn(), score);
  }

  private PolicyPoint drawn() {
    if (policy == null) {
      throw new IllegalStateException("draw comes before the first product");
    }
    return policy;
  }
}
