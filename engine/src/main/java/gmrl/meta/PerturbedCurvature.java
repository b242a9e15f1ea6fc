package gmrl.meta;

import java.util.random.RandomGenerator;

/**
 * A Hessian slot with a known error put on top: H + diag(2 (c + noise · 0.3 ε) / d), ε ~ N(0,1) for
 * each entry, fresh at every draw.
 *
 * <p>This is the Hessian of J_in + mean_j(θ_j² (c + noise · 0.3 ε_j)), the paper's controlled
 * Hessian error; with noise = 0 the error is exactly 2c/d times the identity. The mixed term is
 * left alone, since the added term does not see φ. The wrapped slot draws first, from the same
 * generator, so its batch is the one it would have had without this decorator.
 *
 * @param <P> the problem's workspace
 */
public final class PerturbedCurvature<P> implements CurvatureSlot<P> {
  /** Standard deviation of the paper's random part. */
  private static final double NOISE_SCALE = 0.3;

  private final CurvatureSlot<P> slot;
  private final double coefficient;
  private final double noise;
  private final double[] diagonal;

  /**
   * Wraps a slot.
   *
   * @param slot the slot to perturb
   * @param thetaSize d, for a tabular policy S·A
   * @param coefficient c, any finite number
   * @param noise factor of the random part, 0 or more; the paper's runs have 1
   * @throws IllegalArgumentException if a number is out of range
   */
  public PerturbedCurvature(
      CurvatureSlot<P> slot, int thetaSize, double coefficient, double noise) {
    if (!Double.isFinite(coefficient)) {
      throw new IllegalArgumentException(
          "Hessian coefficient is " + coefficient + ", expected a finite number");
    }
    if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Hessian noise is " + noise + ", expected 0 or more");
    }
    this.slot = slot;
    this.coefficient = coefficient;
    this.noise = noise;
    diagonal = new double[thetaSize];
  }

  @Override
  public void draw(P point, int step, RandomGenerator.SplittableGenerator random) {
    slot.draw(point, step, random);
    for (int i = 0; i < diagonal.length; i++) {
      double epsilon = noise == 0 ? 0 : random.nextGaussian();
      diagonal[i] = 2 * (coefficient + noise * NOISE_SCALE * epsilon) / diagonal.length;
    }
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    slot.hessianVector(vector, product);
    for (int i = 0; i < diagonal.length; i++) {
      product[i] += diagonal[i] * vector[i];
    }
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    slot.mixedVector(vector, product);
  }
}
