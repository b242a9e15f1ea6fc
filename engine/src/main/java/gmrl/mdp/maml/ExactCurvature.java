package gmrl.mdp.maml;

import gmrl.meta.CurvatureSlot;
import java.util.Arrays;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot by exact solves. */
final class ExactCurvature implements CurvatureSlot<MamlPoint> {
  private @Nullable MamlPoint here;

  @Override
  public void draw(MamlPoint point, int step, SplittableGenerator random) {
    here = point;
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    if (here == null) {
      throw new IllegalStateException("draw comes before the first product");
    }
    here.evaluation().hessianVector(vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    Arrays.fill(product, 0);
  }
}
