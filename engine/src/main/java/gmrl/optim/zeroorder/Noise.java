package gmrl.optim.zeroorder;

import java.util.random.RandomGenerator;

/**
 * The distribution of independent entries z that {@link Smoothing} moves a point by.
 *
 * <p>For a density p the gradient of E f(x + σz) is E f(x + σz) s(z)/σ with s = −(log p)′, and with
 * differences of values in its place if p is even.
 */
public interface Noise {

  /** One entry. */
  double draw(RandomGenerator random);

  /** s(z) = −(log p)′(z). */
  double score(double z);

  /** N(0, 1), with s(z) = z. */
  record Gaussian() implements Noise {
    @Override
    public double draw(RandomGenerator random) {
      return random.nextGaussian();
    }

    @Override
    public double score(double z) {
      return z;
    }
  }
}
