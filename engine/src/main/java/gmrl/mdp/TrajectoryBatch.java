package gmrl.mdp;

import gmrl.meta.SplitMix;
import java.util.Arrays;

/**
 * Trajectories of one length, sampled or recorded, stored time-major: cell t·N + n.
 *
 * <p>Time-major order lets the N trajectories of one step run independently of each other through
 * every kernel, which hides the latency of the table look-ups. Belongs to one thread.
 */
public final class TrajectoryBatch {
  /** Weyl increment of SplitMix64 (Steele, Lea and Flood 2014). */
  private final Mdp mdp;

  private final int count;
  private final int horizon;
  private final int[] cells;
  private final int[] current;
  private double[] rewards;

  /**
   * Room for sampled trajectories.
   *
   * @param mdp where they run
   * @param count number of trajectories N ≥ 1
   * @param horizon number of steps T ≥ 1
   */
  public TrajectoryBatch(Mdp mdp, int count, int horizon) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "sample size is " + count + ", expected at least 1 trajectory");
    }
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon is " + horizon + ", expected at least 1 step");
    }
    this.mdp = mdp;
    this.count = count;
    this.horizon = horizon;
    cells = new int[Math.multiplyExact(count, horizon)];
    current = new int[count];
    rewards = NO_REWARDS;
  }

  private static final double[] NO_REWARDS = {};

  /**
   * Takes recorded trajectories of one length.
   *
   * @param mdp where they ran
   * @param states [N][T+1], the state before each action and the final one
   * @param actions [N][T]
   * @param rewards [N][T], used instead of the MDP's own
   * @throws IllegalArgumentException naming the trajectory and entry that does not fit
   */
  public static TrajectoryBatch recorded(
      Mdp mdp, int[][] states, int[][] actions, double[][] rewards) {
    if (states.length == 0) {
      throw new IllegalArgumentException("trajectories are empty, expected at least 1");
    }
    int horizon = actions.length == 0 ? 0 : actions[0].length;
    TrajectoryBatch batch = new TrajectoryBatch(mdp, states.length, horizon);
    batch.rewards = new double[batch.cells.length];
    for (int n = 0; n < states.length; n++) {
      String place = "trajectories[" + n + "]";
      expectLength(place + ".actions", actions[n].length, horizon);
      expectLength(place + ".states", states[n].length, horizon + 1);
      expectLength(place + ".rewards", rewards[n].length, horizon);
      for (int t = 0; t < horizon; t++) {
        expectIndex(place + ".states[" + t + "]", states[n][t], mdp.states());
        expectIndex(place + ".actions[" + t + "]", actions[n][t], mdp.actions());
        if (!Double.isFinite(rewards[n][t])) {
          throw new IllegalArgumentException(
              place + ".rewards[" + t + "] is " + rewards[n][t] + ", expected a finite number");
        }
        batch.cells[t * batch.count + n] = states[n][t] * mdp.actions() + actions[n][t];
        batch.rewards[t * batch.count + n] = rewards[n][t];
      }
      expectIndex(place + ".states[" + horizon + "]", states[n][horizon], mdp.states());
      batch.current[n] = states[n][horizon];
    }
    return batch;
  }

  private static void expectLength(String place, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          place + " has " + length + " entries, expected " + expected);
    }
  }

  private static void expectIndex(String place, int value, int bound) {
    if (value < 0 || value >= bound) {
      throw new IllegalArgumentException(
          place + " is " + value + ", expected a number in 0.." + (bound - 1));
    }
  }

  /**
   * Samples all trajectories from the start state under the point's policy.
   *
   * <p>Step t of trajectory n spends the 64-bit word number n·T + t of the stream, so a larger
   * batch contains the smaller one and neighbouring policies share their random numbers.
   *
   * @param point the behaviour policy
   * @param seed start of the SplitMix64 stream
   */
  public void sample(PolicyPoint point, long seed) {
    long[] actionEntries = point.actionEntries();
    long[] stateEntries = mdp.nextState().entries;
    int states = mdp.states();
    int actions = mdp.actions();
    rewards = NO_REWARDS;
    long stride = horizon * SplitMix.GAMMA;
    int n = 0;
    for (; n + 3 < count; n += 4) {
      sampleFour(actionEntries, stateEntries, actions, states, seed + (n + 1) * stride, n);
    }
    for (; n < count; n++) {
      sampleOne(actionEntries, stateEntries, actions, states, seed + (n + 1) * stride, n);
    }
  }

  /**
   * Four trajectories whose states stay in registers and whose look-ups wait for each other's. The
   * loop counts steps and not offsets: only then does the compiler see that it ends.
   */
  private void sampleFour(
      long[] actionEntries, long[] stateEntries, int actions, int states, long start, int n) {
    int[] cell = cells;
    long stride = horizon * SplitMix.GAMMA;
    int steps = horizon;
    int all = count;
    int state0 = mdp.start();
    int state1 = state0;
    int state2 = state0;
    int state3 = state0;
    long word = start;
    int at = n;
    for (int t = 0; t < steps; t++) {
      long word0 = SplitMix.mix(word);
      long word1 = SplitMix.mix(word + stride);
      long word2 = SplitMix.mix(word + 2 * stride);
      long word3 = SplitMix.mix(word + 3 * stride);
      int cell0 = act(actionEntries, actions, state0, word0);
      int cell1 = act(actionEntries, actions, state1, word1);
      int cell2 = act(actionEntries, actions, state2, word2);
      int cell3 = act(actionEntries, actions, state3, word3);
      cell[at] = cell0;
      cell[at + 1] = cell1;
      cell[at + 2] = cell2;
      cell[at + 3] = cell3;
      state0 = move(stateEntries, states, cell0, word0);
      state1 = move(stateEntries, states, cell1, word1);
      state2 = move(stateEntries, states, cell2, word2);
      state3 = move(stateEntries, states, cell3, word3);
      at += all;
      word += SplitMix.GAMMA;
    }
    current[n] = state0;
    current[n + 1] = state1;
    current[n + 2] = state2;
    current[n + 3] = state3;
  }

  private void sampleOne(
      long[] actionEntries, long[] stateEntries, int actions, int states, long start, int n) {
    int state = mdp.start();
    long word = start;
    for (int t = 0; t < horizon; t++) {
      long bits = SplitMix.mix(word);
      int here = act(actionEntries, actions, state, bits);
      cells[t * count + n] = here;
      state = move(stateEntries, states, here, bits);
      word += SplitMix.GAMMA;
    }
    current[n] = state;
  }

  /** The cell that the low word of the bits picks at a state. */
  private static int act(long[] entries, int actions, int state, long bits) {
    long spread = (bits & 0xffffffffL) * actions;
    int column = state * actions + (int) (spread >>> 32);
    return AliasTable.select(entries[column], spread, column);
  }

  /** The next state that the high word of the bits picks after a cell. */
  private static int move(long[] entries, int states, int cell, long bits) {
    long spread = (bits >>> 32) * states;
    int column = (int) (spread >>> 32);
    return AliasTable.select(entries[cell * states + column], spread, column);
  }

  /**
   * Computes the score ∇_θ log p of the whole batch, summed over its trajectories.
   *
   * @param point the policy to differentiate at
   * @param sum [S·A], overwritten
   */
  public void score(PolicyPoint point, double[] sum) {
    Arrays.fill(sum, 0);
    for (int cell : cells) {
      sum[cell]++;
    }
    double[] policy = point.policy();
    int actions = mdp.actions();
    for (int row = 0; row < sum.length; row += actions) {
      double visits = 0;
      for (int a = 0; a < actions; a++) {
        visits += sum[row + a];
      }
      for (int a = 0; a < actions; a++) {
        sum[row + a] -= visits * policy[row + a];
      }
    }
  }

  /** The MDP the trajectories run in. */
  public Mdp mdp() {
    return mdp;
  }

  /** N, the number of trajectories. */
  public int count() {
    return count;
  }

  /** T, the number of steps. */
  public int horizon() {
    return horizon;
  }

  /** The live cells [T·N], time-major, not to be modified. */
  int[] cells() {
    return cells;
  }

  /** The live final states [N], not to be modified. */
  int[] finalStates() {
    return current;
  }

  /** The live recorded rewards [T·N], time-major; empty where the MDP's own rewards hold. */
  double[] recordedRewards() {
    return rewards;
  }
}
