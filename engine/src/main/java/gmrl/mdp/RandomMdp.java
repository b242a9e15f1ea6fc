package gmrl.mdp;

import java.util.random.RandomGenerator;

/**
 * The random MDPs of the paper's tabular experiments: Dirichlet transition rows, uniform rewards.
 *
 * @param states S in 1 …
 * @param actions A in 1 …
 * @param density concentration of every transition row; 0.001 makes moves nearly deterministic
 * @param rewardSpread rewards are uniform on [0, rewardSpread]
 * @param gamma discount in [0, 1)
 */
public record RandomMdp(
    int states, int actions, double density, double rewardSpread, double gamma) {

  /** Checks the ranges. */
  public RandomMdp {
    if (states < 1) {
      throw new IllegalArgumentException("states is " + states + ", expected at least 1");
    }
    if (actions < 1) {
      throw new IllegalArgumentException("actions is " + actions + ", expected at least 1");
    }
    if (!(density > 0) || Double.isInfinite(density)) {
      throw new IllegalArgumentException("density is " + density + ", expected above 0");
    }
    if (!(rewardSpread >= 0) || Double.isInfinite(rewardSpread)) {
      throw new IllegalArgumentException(
          "reward spread is " + rewardSpread + ", expected 0 or more");
    }
    if (!(gamma >= 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma is " + gamma + ", expected a value in [0, 1)");
    }
  }

  /** Draws one MDP with start state 0. */
  public Mdp draw(RandomGenerator random) {
    double[][][] transition = new double[states][actions][states];
    double[][] reward = new double[states][actions];
    for (int s = 0; s < states; s++) {
      for (int a = 0; a < actions; a++) {
        drawDirichlet(random, transition[s][a]);
        reward[s][a] = rewardSpread * random.nextDouble();
      }
    }
    return Mdp.of(transition, reward, gamma, 0);
  }

  /**
   * Symmetric Dirichlet by normalised gamma variates, in logarithms: with a density of 0.001 the
   * variates themselves fall below the smallest double.
   */
  private void drawDirichlet(RandomGenerator random, double[] row) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < row.length; i++) {
      row[i] = logGamma(random);
      max = Math.max(max, row[i]);
    }
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = Math.exp(row[i] - max);
      sum += row[i];
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= sum;
    }
  }

  /** log of a Gamma(density, 1) variate: Marsaglia and Tsang 2000, boosted by U^(1/density). */
  private double logGamma(RandomGenerator random) {
    double shape = density + 1;
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v <= 0) {
        continue;
      }
      v = v * v * v;
      double u = 1 - random.nextDouble();
      if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return Math.log(d * v) + Math.log(1 - random.nextDouble()) / density;
      }
    }
  }
}
