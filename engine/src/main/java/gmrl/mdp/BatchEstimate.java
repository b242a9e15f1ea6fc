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

  /** Y = 0 of surrogates without a running product. */
  private final double[] noPairs;

  private final PairWeights pairWeights;

  /** V̂ by cell where it is part of the return, zero otherwise. */
  private final double[] returnCritic;

  /** V̂(s) times the discounted visits of each cell where V̂ is only a baseline, zero otherwise. */
  private final double[] baselineWeights;

  private final double[] finalCritic;

  /** 1 − λ of the advantages. */
  private final double cut;

  /** r_in by cell, added to every reward. */
  private final double[] bonus;

  /** R + r_in by cell. */
  private final double[] reward;

  private final RewardAdjoint adjoint;

  /** γ^t, grown on demand. */
  private double[] discounts = {1};

  private double[] running = {};

  private double[] policy = {};
  private TrajectoryBatch batch;
  private double startReturn;

  /** A workspace for one estimator in one MDP, with advantages from returns to the horizon. */
  public BatchEstimate(Mdp mdp, Estimator estimator) {
    this(mdp, estimator, 1);
  }

  /**
   * A workspace for one estimator in one MDP.
   *
   * @param gaeLambda λ in [0, 1] of the generalised advantage Â_t = δ_t + γλ Â_{t+1} (Schulman et
   *     al. 2016); 1 gives returns to the horizon. Estimators without a bootstrap ignore it
   */
  public BatchEstimate(Mdp mdp, Estimator estimator, double gaeLambda) {
    this(mdp, estimator, gaeLambda, 1);
  }

  /**
   * The same with distant dependencies discounted.
   *
   * @param loadedDiscount see {@link Sampling#loadedDiscount}
   */
  BatchEstimate(Mdp mdp, Estimator estimator, double gaeLambda, double loadedDiscount) {
    if (!(gaeLambda >= 0 && gaeLambda <= 1)) {
      throw new IllegalArgumentException("lambda is " + gaeLambda + ", expected a value in [0, 1]");
    }
    this.mdp = mdp;
    cut = estimator.truncatesAtHorizon() ? 0 : 1 - gaeLambda;
    adjoint = new RewardAdjoint(mdp, estimator, cut);
    bonus = new double[mdp.cells()];
    reward = mdp.cellRewards();
    this.estimator = estimator;
    int cells = mdp.cells();
    weights = new double[cells];
    stateWeights = new double[mdp.states()];
    score = new double[cells];
    noPairs = new double[cells];
    pairWeights = new PairWeights(cells, estimator == Estimator.LOADED ? loadedDiscount : 1);
    returnCritic = new double[cells];
    baselineWeights = new double[cells];
    finalCritic = new double[mdp.states()];
    batch = new TrajectoryBatch(mdp, 1, 1);
  }

  /**
   * Reads a batch whose rewards have an intrinsic part.
   *
   * @param point as below
   * @param trajectories as below
   * @param critic V̂[S] of the shaped reward, copied
   * @param intrinsic r_in[S·A], copied; added to every reward, sampled or recorded, until changed
   */
  public void read(
      PolicyPoint point, TrajectoryBatch trajectories, double[] critic, double[] intrinsic) {
    double[] extrinsic = mdp.flatReward();
    for (int cell = 0; cell < bonus.length; cell++) {
      bonus[cell] = intrinsic[cell];
      reward[cell] = extrinsic[cell] + intrinsic[cell];
    }
    read(point, trajectories, critic);
  }

  /**
   * Reads a sampled batch under another reward.
   *
   * @param cellReward r[S·A], copied
   */
  void readUnder(double[] cellReward, PolicyPoint point, TrajectoryBatch sampled, double[] critic) {
    System.arraycopy(cellReward, 0, reward, 0, reward.length);
    read(point, sampled, critic);
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
    reserve();
    if (estimator.critic() == Estimator.Critic.BOOTSTRAP) {
      System.arraycopy(critic, 0, finalCritic, 0, finalCritic.length);
      spread(critic, returnCritic);
    }
    int count = batch.count();
    int[] last = batch.finalStates();
    for (int n = 0; n < count; n++) {
      running[n] = finalCritic[last[n]];
    }
    Arrays.fill(weights, 0);
    boolean keep = estimator.curvature() == Estimator.Curvature.CUMULATIVE;
    double scale = 1.0 / count;
    for (int t = batch.horizon() - 1; t >= 0; t--) {
      if (keep) {
        keepAdvantages(t * count, count, discounts[t] * scale);
      } else {
        scatterAdvantages(t * count, count, discounts[t] * scale);
      }
    }
    double sum = 0;
    for (int n = 0; n < count; n++) {
      sum += running[n];
    }
    startReturn = sum / count;
    if (estimator.critic() == Estimator.Critic.BASELINE) {
      subtractBaseline(critic);
    }
    sumRows(weights, stateWeights);
  }

  private void reserve() {
    int count = batch.count();
    int horizon = batch.horizon();
    if (running.length < count) {
      running = new double[count];
    }
    if (discounts.length < horizon) {
      discounts = new double[horizon];
      discounts[0] = 1;
      for (int t = 1; t < horizon; t++) {
        discounts[t] = discounts[t - 1] * mdp.gamma();
      }
    }
    if (estimator.curvature() == Estimator.Curvature.CUMULATIVE) {
      pairWeights.reserve(count, horizon);
    }
  }

  /** Backward step t: x = r + γR̂, W[cell] += γ^t (x − V̂) / N, then R̂ ← x − (1−λ)(x − V̂). */
  private void scatterAdvantages(int offset, int count, double discount) {
    int[] cells = batch.cells();
    double[] w = weights;
    double[] ret = running;
    double[] critic = returnCritic;
    double gamma = mdp.gamma();
    double[] recorded = batch.recordedRewards();
    boolean own = recorded.length == 0;
    double[] table = own ? reward : bonus;
    double drop = cut;
    for (int n = 0; n < count; n++) {
      int cell = cells[offset + n];
      double r = own ? table[cell] : table[cell] + recorded[offset + n];
      double x = r + gamma * ret[n];
      double advantage = x - critic[cell];
      ret[n] = x - drop * advantage;
      w[cell] += discount * advantage;
    }
  }

  /** The same step, remembering each trajectory's share for the second derivative. */
  private void keepAdvantages(int offset, int count, double discount) {
    int[] cells = batch.cells();
    double[] w = weights;
    double[] kept = pairWeights.stepWeights();
    double[] ret = running;
    double[] critic = returnCritic;
    double gamma = mdp.gamma();
    double[] recorded = batch.recordedRewards();
    boolean own = recorded.length == 0;
    double[] table = own ? reward : bonus;
    double drop = cut;
    for (int n = 0; n < count; n++) {
      int cell = cells[offset + n];
      double r = own ? table[cell] : table[cell] + recorded[offset + n];
      double x = r + gamma * ret[n];
      double advantage = x - critic[cell];
      ret[n] = x - drop * advantage;
      double weight = discount * advantage;
      kept[offset + n] = weight;
      w[cell] += weight;
    }
  }

  private void subtractBaseline(double[] critic) {
    Arrays.fill(baselineWeights, 0);
    int[] cells = batch.cells();
    int count = batch.count();
    double scale = 1.0 / count;
    for (int t = 0; t < batch.horizon(); t++) {
      for (int i = t * count; i < (t + 1) * count; i++) {
        baselineWeights[cells[i]] += discounts[t] * scale;
      }
    }
    for (int cell = 0; cell < weights.length; cell++) {
      baselineWeights[cell] *= critic[cell / mdp.actions()];
      weights[cell] -= baselineWeights[cell];
    }
  }

  private void spread(double[] critic, double[] byCell) {
    for (int s = 0, cell = 0; s < critic.length; s++) {
      for (int a = 0; a < mdp.actions(); a++, cell++) {
        byCell[cell] = critic[s];
      }
    }
  }

  private void sumRows(double[] table, double[] sums) {
    for (int s = 0, cell = 0; s < sums.length; s++) {
      double total = 0;
      for (int a = 0; a < mdp.actions(); a++, cell++) {
        total += table[cell];
      }
      sums[s] = total;
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

  /** Mean over the batch of R̂_0, with the bootstrap at the horizon that the estimator has. */
  public double meanReturn() {
    return startReturn;
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
    if (estimator.curvature() == Estimator.Curvature.PER_STEP) {
      perStepProduct(vector, product);
      return;
    }
    fillScore(vector);
    double[] pairs =
        estimator.curvature() == Estimator.Curvature.CUMULATIVE
            ? pairWeights.along(batch, score, baselineWeights)
            : noPairs;
    for (int s = 0, row = 0; s < stateWeights.length; s++, row += mdp.actions()) {
      double total = 0;
      for (int a = 0; a < mdp.actions(); a++) {
        total += pairs[row + a];
      }
      for (int a = 0; a < mdp.actions(); a++) {
        int cell = row + a;
        product[cell] = pairs[cell] - policy[cell] * (total + stateWeights[s] * score[cell]);
      }
    }
  }

  /** Y = W ⊙ z row by row, without storing either. */
  private void perStepProduct(double[] vector, double[] product) {
    double[] w = weights;
    double[] pi = policy;
    int actions = mdp.actions();
    for (int s = 0, row = 0; s < stateWeights.length; s++, row += actions) {
      double mean = 0;
      for (int cell = row; cell < row + actions; cell++) {
        mean += pi[cell] * vector[cell];
      }
      double total = 0;
      for (int cell = row; cell < row + actions; cell++) {
        total += w[cell] * (vector[cell] - mean);
      }
      double all = stateWeights[s];
      for (int cell = row; cell < row + actions; cell++) {
        double z = vector[cell] - mean;
        product[cell] = w[cell] * z - pi[cell] * (total + all * z);
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

  /**
   * Computes the derivatives of gradient · v in the rewards and in the critic, which are linear.
   *
   * @param vector v [S·A], not modified
   * @param rewardProduct [S·A], overwritten with ∂(gradient · v)/∂r
   * @param criticProduct [S], overwritten with ∂(gradient · v)/∂V̂; zero without a critic
   */
  public void rewardVector(double[] vector, double[] rewardProduct, double[] criticProduct) {
    fillScore(vector);
    adjoint.apply(batch, score, rewardProduct, criticProduct);
  }

  /** Whose derivatives these are. */
  public Estimator estimator() {
    return estimator;
  }

  /** Σ γ^t Â_t, averaged over the trajectories: the sum of the weights of a per-step surrogate. */
  public double weightSum() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /** The live table W over cells [S·A], not to be modified. */
  double[] weights() {
    return weights;
  }
}
