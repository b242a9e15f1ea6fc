package gmrl.meta;

import java.util.random.RandomGenerator;

/**
 * The Hessian slot: an estimate of H = ∇²_θ J_in and of the mixed term ∇_φ∇_θ J_in at a visited
 * point, seen only through products with a vector.
 *
 * <p>Its error is the source of Hessian bias. {@link #draw} fixes a batch; the products that follow
 * use that batch until the next draw. A slot belongs to one thread.
 *
 * @param <P> the problem's workspace
 */
public interface CurvatureSlot<P> {

  /**
   * Fixes the estimate of this point: draws its batch, if it has one.
   *
   * @param point the visited point; must stay unmoved until the next draw
   * @param step k of the visited θ^k
   * @param random source of this step's batch; ignored by an exact slot
   */
  void draw(P point, int step, RandomGenerator.SplittableGenerator random);

  /**
   * Computes H u.
   *
   * @param vector u [thetaSize], not modified
   * @param product [thetaSize], overwritten; must not alias {@code vector}
   */
  void hessianVector(double[] vector, double[] product);

  /**
   * Computes (∇_φ∇_θ J_in) u, zero for a problem whose inner objective does not see φ.
   *
   * @param vector u [thetaSize], not modified
   * @param product [phiSize], overwritten
   */
  void mixedVector(double[] vector, double[] product);
}
