package gmrl.mdp;

/**
 * How trajectories and critics of a tabular problem are drawn.
 *
 * @param horizon T ≥ 1 steps a trajectory
 * @param criticNoise scale of the critic's error, see {@link NoisyCritic}; 0 is the exact critic
 * @param loadedDiscount λ in [0, 1]: how much of an earlier step's influence {@link
 *     Estimator#LOADED} keeps a step later in its second derivative
 */
public record Sampling(int horizon, double criticNoise, double loadedDiscount) {

  /** The paper's tabular experiments: 20 steps, noise 1. */
  public static final Sampling PAPER = new Sampling(20, 1);

  /** Whole influences. */
  public Sampling(int horizon, double criticNoise) {
    this(horizon, criticNoise, 1);
  }

  /** Checks the ranges. */
  public Sampling {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon is " + horizon + ", expected at least 1 step");
    }
    if (!(criticNoise >= 0) || Double.isInfinite(criticNoise)) {
      throw new IllegalArgumentException("critic noise is " + criticNoise + ", expected 0 or more");
    }
    if (!(loadedDiscount >= 0 && loadedDiscount <= 1)) {
      throw new IllegalArgumentException(
          "loaded discount is " + loadedDiscount + ", expected a value in [0, 1]");
    }
  }
}
