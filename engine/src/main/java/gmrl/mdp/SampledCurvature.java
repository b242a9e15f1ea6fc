package gmrl.mdp;

import gmrl.meta.SampledStep;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot from a fresh batch each step; all products read the same batch. */
final class SampledCurvature<P extends ReturnPoint> implements SampledStep<P> {
  private final SampledReturn sampled;
  private final MixedTerm mixed;
  private @Nullable PolicyPoint policy;

  SampledCurvature(SampledReturn sampled, MixedTerm mixed) {
    this.sampled = sampled;
    this.mixed = mixed;
  }

  @Override
  public void draw(P point, int step, SplittableGenerator random) {
    policy = point.policy();
    sampled.draw(point.policy(), point.innerReturn(), random);
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
