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
 * <pre>
 *   g = mean over all trajectories of Σ_i s_i Σ_{t≥i} γ^t λ^{t−i} w_t δ_t,
 *   w_t = Π_{i≤t} π(a_i|s_i) / mean_j Π_{i≤t} μ_j(a_i|s_i)
 * </pre>
 *
 * The balance heuristic (Veach and Guibas 1995) bounds every weight by the number of batches, where
 * plain importance ratios explode with the step size. With one batch it is the on-policy gradient
 * of {@code lvc}. Belongs to one thread.
 */
public final class ReweightedGradient {
  private final Mdp mdp;
  private final double[] weights;
  private final double[] step;
  private final double trace;
  private final List<double[]> behaviours = new ArrayList<>();
  private final List<TrajectoryBatch> batches = new ArrayList<>();

  /**
   * A workspace for trajectories of the given length.
   *
   * @param trace λ of the generalised advantage, 1 for returns to the horizon
   */
  public ReweightedGradient(Mdp mdp, int horizon, double trace) {
    this.mdp = mdp;
    this.trace = trace;
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
  public void gradient(int used, double[] reward, double[] critic, double[] gradient) {
    Arrays.fill(weights, 0);
    double[] ratio = new double[used];
    for (int b = 0; b < used; b++) {
      TrajectoryBatch batch = batches.get(b);
      double scale = 1.0 / ((double) used * batch.count());
      for (int n = 0; n < batch.count(); n++) {
        addTrajectory(batch, n, used, ratio, reward, critic, scale);
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

  private void addTrajectory(
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
      int state = cell / mdp.actions();
      int next =
          t + 1 < horizon ? cells[(t + 1) * count + n] / mdp.actions() : batch.finalStates()[n];
      double delta = reward[cell] + mdp.gamma() * critic[next] - critic[state];
      step[t] = discount * (used / sum) * delta;
      discount *= mdp.gamma();
    }
    double later = 0;
    for (int t = horizon - 1; t >= 0; t--) {
      later = trace * later + step[t];
      weights[cells[t * count + n]] += later;
    }
  }

  /**
   * Draws a batch under the point's policy and remembers both as number {@code index}.
   *
   * @param index k; replaces what an earlier trial stored there
   */
  public void sample(int index, PolicyPoint point, int samples, long seed) {
    while (batches.size() <= index) {
      batches.add(new TrajectoryBatch(mdp, samples, step.length));
      behaviours.add(new double[mdp.cells()]);
    }
    batches.get(index).sample(point, seed);
    double[] policy = point.policy();
    System.arraycopy(policy, 0, behaviours.get(index), 0, policy.length);
  }
}
