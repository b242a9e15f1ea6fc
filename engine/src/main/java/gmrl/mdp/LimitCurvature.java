package gmrl.mdp;

import gmrl.meta.CurvatureSlot;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot by the mean of an estimator. */
final class LimitCurvature<P extends ReturnPoint> implements CurvatureSlot<P> {
  private final EstimatorLimit limit;
  private final MixedTerm mixed;
  private @Nullable PolicyPoint policy;

  LimitCurvature(EstimatorLimit limit, MixedTerm mixed) {
    this.limit = limit;
    this.mixed = mixed;
  }

  @Override
  public void draw(P point, int step, SplittableGenerator random) {
    policy = point.policy();
    limit.reset(point.policy(), point.innerReturn());
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    drawn();
    limit.hessianVector(vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    mixed.apply(limit, drawn(), vector, product);
  }

  private PolicyPoint drawn() {
    if (policy == null) {
      throw new IllegalStateException("draw comes before the first product");
    }
    return policy;
  }
}
