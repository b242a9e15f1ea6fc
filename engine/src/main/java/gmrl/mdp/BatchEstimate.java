package gmrl.mdp;

import java.util.Arrays;

/**
 * Value, gradient and Hessian-vector products of an {@link Estimator} on a batch of trajectories.
 *
 * <p>With z[s,a] = v[s,a] − π(·|s)·v[s,·], the score of a step in the direction v, everything that
 * is needed of a batch is the table W[s,a] = mean Σ_t γ^t Â_t 1[s_t = s, a_t = a] and, for
 * surrogates with a running product of ratios, the table Y[s,a] = mean Σ_i 1[s_i = s, a_i = a]
 * Σ_{t≥i} c_t Z_t with Z_t = Σ_{i≤t} z_i:
 *
 * <pre>
 *   gradient[s,a] = W[s,a] − π(a|s) W̄(s),   W̄(s) = Σ_a W[s,a]
 *   Hv[s,a]       = Y[s,a] − π(a|s) Ȳ(s) − W̄(s) π(a|s) z[s,a]
 * </pre>
 *
 * where Y = 0 for the log-probability surrogate and Y = W ⊙ z for the per-step one. So {@code maml}
 * and {@code lvc} read a batch once, whatever the number of products. No allocation after the first
 * batch of a size. Belongs to one thread.
 */
public final class BatchEstimate {
  private final Mdp mdp;
  private final Estimator estimator;
  private final double[] weights;
  private final double[] stateWeights;
  private final double[] score;
  private final double[] pairWeights;

  /** V̂ by cell where it is part of the return, zero otherwise. */
  private final double[] returnCritic;

  /** V̂ by cell where it is only a baseline, zero otherwise. */
  private final double[] baseline;

  private final double[] finalCritic;
  private double[] running = {};
  private double[] carried = {};
  private double[] later = {};

  private double[] policy = {};
  private TrajectoryBatch batch;
  private double startReturn;

  /** A workspace for one estimator in one MDP. */
  public BatchEstimate(Mdp mdp, Estimator estimator) {
    this.mdp = mdp;
    this.estimator = estimator;
    int cells = mdp.cells();
    weights = new double[cells];
    stateWeights = new double[mdp.states()];
    score = new double[cells];
    pairWeights = new double[cells];
    returnCritic = new double[cells];
    baseline = new double[cells];
    finalCritic = new double[mdp.states()];
    batch = new TrajectoryBatch(mdp, 1, 1);
  }

  /**
   * Reads a batch.
   *
   * @param point the policy to differentiate at, which is also the behaviour policy
   * @param trajectories retained until the next call; must not change before the last product
   * @param critic V̂[S], copied; ignored by an estimator that uses none
   */
  public void read(PolicyPoint point, TrajectoryBatch trajectories, double[] critic) {
    policy = point.policy();
    batch = trajectories;
    spreadCritic(critic);
    int count = batch.count();
    if (running.length < count) {
      running = new double[count];
      carried = new double[count];
      later = new double[count];
    }
    Arrays.fill(weights, 0);
    int[] last = batch.finalStates();
    for (int n = 0; n < count; n++) {
      running[n] = finalCritic[last[n]];
    }
    for (int t = batch.horizon() - 1; t >= 0; t--) {
      scatterAdvantages(t * count, count, Math.pow(mdp.gamma(), t) / count);
    }
    double sum = 0;
    for (int n = 0; n < count; n++) {
      sum += running[n];
    }
    startReturn = sum / count;
    for (int s = 0, cell = 0; s < stateWeights.length; s++) {
      double total = 0;
      for (int a = 0; a < mdp.actions(); a++, cell++) {
        total += weights[cell];
      }
      stateWeights[s] = total;
    }
  }

  /** Backward step t: R̂ ← r + γR̂ and W[cell] += γ^t (R̂ − V̂) / N. */
  private void scatterAdvantages(int offset, int count, double discount) {
    int[] cells = batch.cells();
    double[] w = weights;
    double[] ret = running;
    double gamma = mdp.gamma();
    double[] recorded = batch.recordedRewards();
    double[] tableReward = mdp.flatReward();
    if (recorded.length == 0) {
      double[] critic = returnCritic;
      double[] base = baseline;
      for (int n = 0; n < count; n++) {
        int cell = cells[offset + n];
        double x = tableReward[cell] + gamma * ret[n];
        ret[n] = x;
        w[cell] += discount * (x - critic[cell] - base[cell]);
      }
    } else {
      for (int n = 0; n < count; n++) {
        int cell = cells[offset + n];
        double x = recorded[offset + n] + gamma * ret[n];
        ret[n] = x;
        w[cell] += discount * (x - returnCritic[cell] - baseline[cell]);
      }
    }
  }

  private void spreadCritic(double[] critic) {
    int actions = mdp.actions();
    switch (estimator.critic()) {
      case BOOTSTRAP -> {
        System.arraycopy(critic, 0, finalCritic, 0, finalCritic.length);
        spread(critic, actions, returnCritic);
      }
      case BASELINE -> spread(critic, actions, baseline);
      case NONE -> {}
    }
  }

  private static void spread(double[] critic, int actions, double[] byCell) {
    for (int s = 0, cell = 0; s < critic.length; s++) {
      for (int a = 0; a < actions; a++, cell++) {
        byCell[cell] = critic[s];
      }
    }
  }

  /**
   * The surrogate's value. Only the critic-free part of {@code dice} estimates J itself; the values
   * of {@code lvc} and {@code loaded} are zero by construction.
   */
  public double value() {
    return switch (estimator.curvature()) {
      case LOG_PROBABILITY -> {
        double sum = 0;
        for (int cell = 0; cell < weights.length; cell++) {
          // A cell that was never visited has no weight, whatever its probability.
          sum += weights[cell] == 0 ? 0 : weights[cell] * Math.log(policy[cell]);
        }
        yield sum;
      }
      case PER_STEP -> 0;
      case CUMULATIVE -> estimator.truncatesAtHorizon() ? startReturn : 0;
    };
  }

  /**
   * Computes the gradient of the surrogate.
   *
   * @param gradient [S·A], overwritten
   */
  public void gradient(double[] gradient) {
    for (int s = 0, cell = 0; s < stateWeights.length; s++) {
      for (int a = 0; a < mdp.actions(); a++, cell++) {
        gradient[cell] = weights[cell] - policy[cell] * stateWeights[s];
      }
    }
  }

  /**
   * Computes the Hessian of the surrogate times a vector.
   *
   * @param vector v [S·A], not modified
   * @param product [S·A], overwritten; must not alias {@code vector}
   */
  public void hessianVector(double[] vector, double[] product) {
    fillScore(vector);
    switch (estimator.curvature()) {
      case LOG_PROBABILITY -> Arrays.fill(pairWeights, 0);
      case PER_STEP -> {
        for (int cell = 0; cell < weights.length; cell++) {
          pairWeights[cell] = weights[cell] * score[cell];
        }
      }
      case CUMULATIVE -> scatterPairs();
    }
    for (int s = 0, row = 0; s < stateWeights.length; s++, row += mdp.actions()) {
      double total = 0;
      for (int a = 0; a < mdp.actions(); a++) {
        total += pairWeights[row + a];
      }
      for (int a = 0; a < mdp.actions(); a++) {
        int cell = row + a;
        product[cell] = pairWeights[cell] - policy[cell] * (total + stateWeights[s] * score[cell]);
      }
    }
  }

  private void fillScore(double[] vector) {
    for (int s = 0, row = 0; s < stateWeights.length; s++, row += mdp.actions()) {
      double mean = 0;
      for (int a = 0; a < mdp.actions(); a++) {
        mean += policy[row + a] * vector[row + a];
      }
      for (int a = 0; a < mdp.actions(); a++) {
        score[row + a] = vector[row + a] - mean;
      }
    }
  }

  /** Fills Y: one pass for Z_T, one backwards that peels z_t off it again. */
  private void scatterPairs() {
    int count = batch.count();
    int horizon = batch.horizon();
    Arrays.fill(pairWeights, 0);
    Arrays.fill(carried, 0, count, 0);
    sumScores(count * horizon, count);
    int[] last = batch.finalStates();
    for (int n = 0; n < count; n++) {
      later[n] = finalCritic[last[n]];
    }
    for (int t = horizon - 1; t >= 0; t--) {
      scatterPairStep(t * count, count, Math.pow(mdp.gamma(), t) / count);
    }
  }

  private void sumScores(int total, int count) {
    int[] cells = batch.cells();
    double[] z = score;
    double[] sums = running;
    Arrays.fill(sums, 0, count, 0);
    for (int offset = 0; offset < total; offset += count) {
      for (int n = 0; n < count; n++) {
        sums[n] += z[cells[offset + n]];
      }
    }
  }

  /** D ← δ_t Z_t + γD and Y[cell] += γ^t (D − V̂_baseline z_t) / N, δ_t = r_t + γV̂' − V̂. */
  private void scatterPairStep(int offset, int count, double discount) {
    int[] cells = batch.cells();
    double[] y = pairWeights;
    double[] z = score;
    double[] critic = returnCritic;
    double[] base = baseline;
    double[] reward = mdp.flatReward();
    double[] recorded = batch.recordedRewards();
    boolean own = recorded.length == 0;
    double gamma = mdp.gamma();
    double[] sums = running;
    double[] carry = carried;
    double[] next = later;
    for (int n = 0; n < count; n++) {
      int cell = cells[offset + n];
      double v = critic[cell];
      double delta = (own ? reward[cell] : recorded[offset + n]) + gamma * next[n] - v;
      next[n] = v;
      double sum = sums[n];
      double d = delta * sum + gamma * carry[n];
      carry[n] = d;
      double step = z[cell];
      sums[n] = sum - step;
      y[cell] += discount * (d - base[cell] * step);
    }
  }

  /** The live table W over cells [S·A], not to be modified. */
  public double[] weights() {
    return weights;
  }
}
