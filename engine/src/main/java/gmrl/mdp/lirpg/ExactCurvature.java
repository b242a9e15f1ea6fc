package gmrl.mdp.lirpg;

import gmrl.meta.CurvatureSlot;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** Hessian slot by exact solves. */
final class ExactCurvature implements CurvatureSlot<LirpgPoint> {
  private @Nullable LirpgPoint drawn;

  @Override
  public void draw(LirpgPoint point, int step, SplittableGenerator random) {
    drawn = point;
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    here().shaped().hessianVector(vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    here().shaped().rewardVector(vector, product);
  }

  private LirpgPoint here() {
    if (drawn == null) {
      throw new IllegalStateException("draw comes before the first product");
    }
    return drawn;
  }
}
