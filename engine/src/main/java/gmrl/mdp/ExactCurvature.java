package gmrl.mdp;

import gmrl.meta.CurvatureSlot;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot by exact solves. */
final class ExactCurvature<P extends ReturnPoint> implements CurvatureSlot<P> {
  private final MixedTerm mixed;
  private @Nullable P drawn;

  ExactCurvature(MixedTerm mixed) {
    this.mixed = mixed;
  }

  @Override
  public void draw(P point, int step, SplittableGenerator random) {
    drawn = point;
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    here().hessianVector(vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    mixed.exact(here(), vector, product);
  }

  private ReturnEvaluation here() {
    if (drawn == null) {
      throw new IllegalStateException("draw comes before the first product");
    }
    return drawn.innerReturn();
  }
}
