package gmrl.mdp;

import gmrl.meta.CurvatureSlot;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot by the mean of an estimator. */
final class LimitCurvature<P extends ReturnPoint> implements CurvatureSlot<P> {
  private final Estimator estimator;
  private final int horizon;
  private final double gaeLambda;
  private final MixedTerm mixed;
  private @Nullable EstimatorLimit limit;

  LimitCurvature(Estimator estimator, int horizon, double gaeLambda, MixedTerm mixed) {
    this.estimator = estimator;
    this.horizon = horizon;
    this.gaeLambda = gaeLambda;
    this.mixed = mixed;
  }

  @Override
  public void draw(P point, int step, SplittableGenerator random) {
    limit = new EstimatorLimit(point.policy(), point.innerReturn(), estimator, horizon, gaeLambda);
    limit.reset();
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    here().hessianVector(vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    mixed.apply(here(), here().policy(), vector, product);
  }

  private EstimatorLimit here() {
    if (limit == null) {
      throw new IllegalStateException("draw comes before the first product");
    }
    return limit;
  }
}
