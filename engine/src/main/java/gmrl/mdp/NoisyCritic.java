package gmrl.mdp;

import java.util.random.RandomGenerator;

/**
 * The samplers' critic V̂ = V + noise · ε ‖V‖₂ / S with ε[s] ~ N(0, 1), drawn afresh for each
 * batch.
 *
 * <p>Belongs to one thread.
 */
final class NoisyCritic {
  private final double noise;
  private final double[] critic;

  /** A critic for S states whose error has the given scale. */
  NoisyCritic(int states, double noise) {
    this.noise = noise;
    critic = new double[states];
  }

  /**
   * Draws a critic.
   *
   * @param exact V[S], not modified
   * @param random source of ε; untouched without noise
   * @return the live V̂[S], valid until the next draw
   */
  double[] draw(double[] exact, RandomGenerator random) {
    if (noise == 0) {
      System.arraycopy(exact, 0, critic, 0, critic.length);
      return critic;
    }
    double square = 0;
    for (double v : exact) {
      square += v * v;
    }
    double scale = noise * Math.sqrt(square) / critic.length;
    for (int s = 0; s < critic.length; s++) {
      critic[s] = exact[s] + scale * random.nextGaussian();
    }
    return critic;
  }
}
