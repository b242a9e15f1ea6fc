package gmrl.mdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Policy gradient from all batches of a trial, each drawn under its own earlier policy.
 *
 * <p>With behaviour policies μ_0 … μ_k, the present π = μ_k, and δ_t = r_t + γV̂(s_{t+1}) −
 * V̂(s_t):
 *
 * <p>{@link Reweighting#BALANCE}:
 *
 * <pre>
 *   g = mean over all trajectories of Σ_i s_i Σ_{t≥i} γ^t λ^{t−i} w_t δ_t,
 *   w_t = Π_{i≤t} π(a_i|s_i) / mean_j Π_{i≤t} μ_j(a_i|s_i)
 * </pre>
 *
 * The weights are at most the number of batches, where plain importance ratios explode with the
 * step size. {@link Reweighting#VTRACE}, with ρ_t = min(1, π/μ_j) at step t of a trajectory of μ_j:
 *
 * <pre>
 *   g = mean over all trajectories of Σ_t γ^t ρ_t s_t (δ_t + γλ x_{t+1}),
 *   x_t = ρ_t δ_t + γλ ρ_t x_{t+1}
 * </pre>
 *
 * With one batch both are the on-policy gradient of {@code lvc}. Belongs to one thread.
 */
final class ReweightedGradient {
  private final Mdp mdp;
  private final double[] weights;
  private final double[] step;
  private final double gaeLambda;
  private final Reweighting reweighting;
  private final List<double[]> behaviours = new ArrayList<>();
  private final List<TrajectoryBatch> batches = new ArrayList<>();

  /**
   * A workspace for trajectories of the given length.
   *
   * @param gaeLambda λ of the generalised advantage, 1 for returns to the horizon
   * @param reweighting how earlier policies' samples are corrected
   */
  ReweightedGradient(Mdp mdp, int horizon, double gaeLambda, Reweighting reweighting) {
    this.mdp = mdp;
    this.reweighting = reweighting;
    this.gaeLambda = gaeLambda;
    weights = new double[mdp.cells()];
    step = new double[horizon];
  }

  /**
   * Computes the gradient at the present policy, which is the last batch's behaviour policy.
   *
   * @param used number of batches k+1; batches and behaviours beyond it are ignored
   * @param reward r[S·A], not modified
   * @param critic V̂[S] of the present policy, not modified
   * @param gradient [S·A], overwritten
   */
  void gradient(int used, double[] reward, double[] critic, double[] gradient) {
    Arrays.fill(weights, 0);
    double[] ratio = new double[used];
    for (int b = 0; b < used; b++) {
      TrajectoryBatch batch = batches.get(b);
      double scale = 1.0 / ((double) used * batch.count());
      for (int n = 0; n < batch.count(); n++) {
        switch (reweighting) {
          case BALANCE -> addBalanced(batch, n, used, ratio, reward, critic, scale);
          case VTRACE ->
              addTruncated(
                  batch, n, behaviours.get(b), behaviours.get(used - 1), reward, critic, scale);
        }
      }
    }
    double[] policy = behaviours.get(used - 1);
    int actions = mdp.actions();
    for (int row = 0; row < weights.length; row += actions) {
      double total = 0;
      for (int a = 0; a < actions; a++) {
        total += weights[row + a];
      }
      for (int a = 0; a < actions; a++) {
        gradient[row + a] = weights[row + a] - policy[row + a] * total;
      }
    }
  }

  private void addBalanced(
      TrajectoryBatch batch,
      int n,
      int used,
      double[] ratio,
      double[] reward,
      double[] critic,
      double scale) {
    int count = batch.count();
    int horizon = batch.horizon();
    int[] cells = batch.cells();
    double[] policy = behaviours.get(used - 1);
    Arrays.fill(ratio, 1);
    double discount = scale;
    for (int t = 0; t < horizon; t++) {
      int cell = cells[t * count + n];
      double sum = 1;
      for (int j = 0; j < used - 1; j++) {
        double r = ratio[j] * (behaviours.get(j)[cell] / policy[cell]);
        // ∞·0: the present policy cannot have produced the prefix, whose weight stays zero.
        ratio[j] = Double.isNaN(r) ? Double.POSITIVE_INFINITY : r;
        sum += ratio[j];
      }
      step[t] = discount * (used / sum) * temporalDifference(batch, n, t, reward, critic);
      discount *= mdp.gamma();
    }
    double later = 0;
    for (int t = horizon - 1; t >= 0; t--) {
      later = gaeLambda * later + step[t];
      weights[cells[t * count + n]] += later;
    }
  }

  private void addTruncated(
      TrajectoryBatch batch,
      int n,
      double[] behaviour,
      double[] policy,
      double[] reward,
      double[] critic,
      double scale) {
    int count = batch.count();
    int[] cells = batch.cells();
    double discount = scale;
    for (int t = 0; t < batch.horizon(); t++) {
      step[t] = discount;
      discount *= mdp.gamma();
    }
    double later = 0;
    for (int t = batch.horizon() - 1; t >= 0; t--) {
      int cell = cells[t * count + n];
      double ratio = Math.min(1, policy[cell] / behaviour[cell]);
      double advantage = temporalDifference(batch, n, t, reward, critic) + later;
      weights[cell] += step[t] * ratio * advantage;
      later = mdp.gamma() * gaeLambda * ratio * advantage;
    }
  }

  /** δ_t = r_t + γV̂(s_{t+1}) − V̂(s_t). */
  private double temporalDifference(
      TrajectoryBatch batch, int n, int t, double[] reward, double[] critic) {
    int[] cells = batch.cells();
    int count = batch.count();
    int cell = cells[t * count + n];
    int next =
        t + 1 < batch.horizon()
            ? cells[(t + 1) * count + n] / mdp.actions()
            : batch.finalStates()[n];
    return reward[cell] + mdp.gamma() * critic[next] - critic[cell / mdp.actions()];
  }

  /**
   * Draws a batch under the point's policy and remembers both as number {@code index}.
   *
   * @param index k; replaces what an earlier trial stored there
   */
  void sample(int index, PolicyPoint point, int samples, long seed) {
    while (batches.size() <= index) {
      batches.add(new TrajectoryBatch(mdp, samples, step.length));
      behaviours.add(new double[mdp.cells()]);
    }
    batches.get(index).sample(point, seed);
    double[] policy = point.policy();
    System.arraycopy(policy, 0, behaviours.get(index), 0, policy.length);
  }
}
