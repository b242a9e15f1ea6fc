package gmrl.mdp.maml;

import gmrl.mdp.Estimator;
import gmrl.mdp.EstimatorLimit;
import gmrl.meta.CurvatureSlot;
import java.util.Arrays;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot by the mean of an estimator. */
final class LimitCurvature implements CurvatureSlot<MamlPoint> {
  private final Estimator estimator;
  private final int horizon;
  private @Nullable EstimatorLimit limit;

  LimitCurvature(Estimator estimator, int horizon) {
    this.estimator = estimator;
    this.horizon = horizon;
  }

  @Override
  public void draw(MamlPoint point, int step, SplittableGenerator random) {
    limit = new EstimatorLimit(point.policy(), point.evaluation(), estimator, horizon);
    limit.reset();
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    if (limit == null) {
      throw new IllegalStateException("draw comes before the first product");
    }
    limit.hessianVector(vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    Arrays.fill(product, 0);
  }
}
