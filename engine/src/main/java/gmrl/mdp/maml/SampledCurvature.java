package gmrl.mdp.maml;

import gmrl.mdp.PolicyPoint;
import gmrl.mdp.SampledReturn;
import gmrl.meta.SampledStep;
import java.util.Arrays;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot from a fresh batch each step; the return does not see φ, so the mixed term is 0. */
final class SampledCurvature implements SampledStep<MamlPoint> {
  private final SampledReturn sampled;
  private @Nullable PolicyPoint policy;

  SampledCurvature(SampledReturn sampled) {
    this.sampled = sampled;
  }

  @Override
  public void draw(MamlPoint point, int step, SplittableGenerator random) {
    policy = point.policy();
    sampled.draw(point.policy(), point.evaluation(), random);
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    sampled.estimate().hessianVector(vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    Arrays.fill(product, 0);
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
