package gmrl.mdp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A finite Markov decision process with deterministic rewards and one start state.
 *
 * <p>A <em>cell</em> is a state-action pair, numbered s·A + a; flat arrays run over cells in that
 * order. Immutable and thread-safe.
 */
public final class Mdp {
  /** Largest deviation of a transition row's sum from 1 that is accepted, and then normalised. */
  static final double ROW_SUM_TOLERANCE = 1e-6;

  private final int states;
  private final int actions;
  private final double gamma;
  private final int start;
  private final double[] transition;
  private final double[] reward;
  private final AliasTable nextState;
  private final TransitionRows rows;

  private Mdp(
      int states, int actions, double gamma, int start, double[] transition, double[] reward) {
    this.states = states;
    this.actions = actions;
    this.gamma = gamma;
    this.start = start;
    this.transition = transition;
    this.reward = reward;
    this.nextState = new AliasTable(states * actions, states, false);
    nextState.rebuild(transition);
    rows = new TransitionRows(transition, states);
  }

  /**
   * Checks and copies an MDP.
   *
   * @param transition P[s][a][s'], probability of moving from s to s' under a; rows sum to 1 within
   *     1e-6 and are normalised
   * @param reward R[s][a]
   * @param gamma discount in [0, 1)
   * @param start start state s₀
   * @throws IllegalArgumentException naming the entry, its value and what was expected
   */
  public static Mdp of(double[][][] transition, double[][] reward, double gamma, int start) {
    int states = transition.length;
    if (states == 0) {
      throw new IllegalArgumentException("P has no states, expected at least 1");
    }
    if (!(gamma >= 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma is " + gamma + ", expected a value in [0, 1)");
    }
    if (start < 0 || start >= states) {
      throw new IllegalArgumentException(
          "start is " + start + ", expected a state in 0.." + (states - 1));
    }
    if (reward.length != states) {
      throw new IllegalArgumentException(
          "R has " + reward.length + " rows, expected " + states + ", one for each state of P");
    }
    int actions = transition[0].length;
    if (actions == 0) {
      throw new IllegalArgumentException("P[0] has no actions, expected at least 1");
    }
    double[] flat = new double[states * actions * states];
    double[] flatReward = new double[states * actions];
    for (int s = 0; s < states; s++) {
      expectLength("P[" + s + "]", transition[s].length, actions, "actions");
      expectLength("R[" + s + "]", reward[s].length, actions, "actions");
      for (int a = 0; a < actions; a++) {
        int cell = s * actions + a;
        copyRow("P[" + s + "][" + a + "]", transition[s][a], flat, cell * states, states);
        if (!Double.isFinite(reward[s][a])) {
          throw new IllegalArgumentException(
              "R[" + s + "][" + a + "] is " + reward[s][a] + ", expected a finite number");
        }
        flatReward[cell] = reward[s][a];
      }
    }
    return new Mdp(states, actions, gamma, start, flat, flatReward);
  }

  private static void expectLength(String place, int length, int expected, String what) {
    if (length != expected) {
      throw new IllegalArgumentException(
          place + " has " + length + " entries, expected " + expected + " " + what);
    }
  }

  private static void copyRow(String place, double[] row, double[] flat, int offset, int states) {
    expectLength(place, row.length, states, "probabilities, one for each next state");
    double sum = 0;
    for (int next = 0; next < states; next++) {
      double p = row[next];
      if (!(p >= 0 && p <= 1 + ROW_SUM_TOLERANCE)) {
        throw new IllegalArgumentException(
            place + "[" + next + "] is " + p + ", expected a probability in [0, 1]");
      }
      sum += p;
    }
    if (Math.abs(sum - 1) > ROW_SUM_TOLERANCE) {
      throw new IllegalArgumentException(
          place + " sums to " + sum + ", expected probabilities that sum to 1");
    }
    // A sum that is right to rounding stays as given, so that files round-trip bit for bit.
    double scale = Math.abs(sum - 1) > 1e-12 ? 1 / sum : 1;
    for (int next = 0; next < states; next++) {
      flat[offset + next] = row[next] * scale;
    }
  }

  /** The same dynamics and rewards under another discount. */
  public Mdp withGamma(double otherGamma) {
    if (!(otherGamma >= 0 && otherGamma < 1)) {
      throw new IllegalArgumentException("gamma is " + otherGamma + ", expected a value in [0, 1)");
    }
    return new Mdp(states, actions, otherGamma, start, transition, reward);
  }

  /** S, the number of states. */
  public int states() {
    return states;
  }

  /** A, the number of actions. */
  public int actions() {
    return actions;
  }

  /** S·A, the number of cells. */
  public int cells() {
    return states * actions;
  }

  /** Discount γ in [0, 1). */
  public double gamma() {
    return gamma;
  }

  /** Start state s₀. */
  public int start() {
    return start;
  }

  /** A copy of P[s][a][s']. */
  public double[][][] transition() {
    double[][][] copy = new double[states][actions][states];
    for (int s = 0; s < states; s++) {
      for (int a = 0; a < actions; a++) {
        System.arraycopy(transition, (s * actions + a) * states, copy[s][a], 0, states);
      }
    }
    return copy;
  }

  /** A copy of R[s][a]. */
  public double[][] reward() {
    return Tables.unflatten(reward, states, actions);
  }

  /** A copy of R as a flat array over cells [S·A]. */
  public double[] cellRewards() {
    return reward.clone();
  }

  /** P by rows. */
  TransitionRows rows() {
    return rows;
  }

  /** The live R[cell], not to be modified. */
  double[] flatReward() {
    return reward;
  }

  AliasTable nextState() {
    return nextState;
  }

  /** Whether all numbers are the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Mdp mdp
        && states == mdp.states
        && actions == mdp.actions
        && gamma == mdp.gamma
        && start == mdp.start
        && Arrays.equals(reward, mdp.reward)
        && Arrays.equals(transition, mdp.transition);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(reward) + Double.hashCode(gamma);
  }
}
