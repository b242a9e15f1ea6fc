package gmrl.mdp;

import java.util.Arrays;

/**
 * Trajectories of one length, sampled or recorded, stored time-major: cell t·N + n.
 *
 * <p>Time-major order lets the N trajectories of one step run independently of each other through
 * every kernel, which hides the latency of the table look-ups. Belongs to one thread.
 */
public final class TrajectoryBatch {
  /** Weyl increment of SplitMix64 (Steele, Lea and Flood 2014). */
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

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
    Arrays.fill(current, mdp.start());
    long stride = horizon * GOLDEN_GAMMA;
    for (int t = 0; t < horizon; t++) {
      sampleStep(
          actionEntries, stateEntries, actions, states, seed + t * GOLDEN_GAMMA, stride, t * count);
    }
  }

  private void sampleStep(
      long[] actionEntries,
      long[] stateEntries,
      int actions,
      int states,
      long start,
      long stride,
      int offset) {
    int[] state = current;
    int[] cell = cells;
    long word = start;
    for (int n = 0; n < state.length; n++) {
      word += stride;
      long bits = mix(word);
      long spread = (bits & 0xffffffffL) * actions;
      int column = state[n] * actions + (int) (spread >>> 32);
      int here = AliasTable.select(actionEntries[column], spread, column);
      cell[offset + n] = here;
      spread = (bits >>> 32) * states;
      column = (int) (spread >>> 32);
      state[n] = AliasTable.select(stateEntries[here * states + column], spread, column);
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
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
  public int[] cells() {
    return cells;
  }

  /** The live final states [N], not to be modified. */
  public int[] finalStates() {
    return current;
  }

  /** The live recorded rewards [T·N], time-major; empty where the MDP's own rewards hold. */
  public double[] recordedRewards() {
    return rewards;
  }
}
