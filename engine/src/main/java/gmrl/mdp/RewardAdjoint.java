package gmrl.mdp;

import java.util.Arrays;

/**
 * How the projection gradient · v of an estimate answers to its rewards and its critic.
 *
 * <p>With z_t the score of step t along v and E_t = λE_{t−1} + z_t, a reward at step t counts γ^t
 * E_t, and so does its TD error δ_t = r_t + γV̂(s_{t+1}) − V̂(s_t). Where the critic is only a
 * baseline, V̂(s_t) counts −γ^t z_t. Belongs to one thread.
 */
final class RewardAdjoint {
  private final Mdp mdp;
  private final Estimator estimator;

  /** 1 − λ. */
  private final double cut;

  private final double[] criticByCell;
  private double[] traces = {};

  RewardAdjoint(Mdp mdp, Estimator estimator, double cut) {
    this.mdp = mdp;
    this.estimator = estimator;
    this.cut = cut;
    criticByCell = new double[mdp.cells()];
  }

  /**
   * Runs the traces forward.
   *
   * @param score z by cell [S·A], not modified
   * @param rewardProduct [S·A], overwritten
   * @param criticProduct [S], overwritten; zero without a critic
   */
  void apply(
      TrajectoryBatch batch, double[] score, double[] rewardProduct, double[] criticProduct) {
    int count = batch.count();
    if (traces.length < count) {
      traces = new double[count];
    }
    Arrays.fill(traces, 0, count, 0);
    Arrays.fill(rewardProduct, 0);
    Arrays.fill(criticProduct, 0);
    Arrays.fill(criticByCell, 0);
    double discount = 1.0 / count;
    for (int t = 0; t < batch.horizon(); t++) {
      step(batch.cells(), t * count, count, score, discount, rewardProduct);
      discount *= mdp.gamma();
    }
    if (estimator.critic() == Estimator.Critic.NONE) {
      return;
    }
    for (int cell = 0; cell < criticByCell.length; cell++) {
      criticProduct[cell / mdp.actions()] += criticByCell[cell];
    }
    if (estimator.critic() == Estimator.Critic.BOOTSTRAP) {
      int[] last = batch.finalStates();
      for (int n = 0; n < count; n++) {
        criticProduct[last[n]] += discount * traces[n];
      }
    }
  }

  private void step(
      int[] cells, int offset, int count, double[] score, double discount, double[] rewardProduct) {
    double[] trace = traces;
    double[] critic = criticByCell;
    double drop = cut;
    for (int n = 0; n < count; n++) {
      int cell = cells[offset + n];
      double before = trace[n];
      double now = before - drop * before + score[cell];
      trace[n] = now;
      rewardProduct[cell] += discount * now;
      // As the value of the step before's next state γ^t E_{t−1}, as this state's own −γ^t E_t.
      critic[cell] += discount * (before - now);
    }
  }
}
