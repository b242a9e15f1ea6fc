package gmrl.mdp;

import java.util.Arrays;

/**
 * Workspace at one tabular softmax policy: π(a|s) ∝ exp θ[s,a], the chain it induces, and what
 * sampling from it needs.
 *
 * <p>The factorisation of I − γP_π and the action alias table are made on first use after a move.
 * Belongs to one thread.
 */
public final class PolicyPoint {
  private final Mdp mdp;
  private final double[] policy;
  private final DenseLu lu;
  private final AliasTable action;
  private boolean factorised;
  private boolean aliased;

  /** A workspace for policies of this MDP. */
  public PolicyPoint(Mdp mdp) {
    this.mdp = mdp;
    policy = new double[mdp.cells()];
    lu = new DenseLu(mdp.states());
    action = new AliasTable(mdp.states(), mdp.actions(), true);
  }

  /**
   * Moves to another policy.
   *
   * @param theta logits over cells [S·A], not modified and not retained
   */
  public void moveTo(double[] theta) {
    factorised = false;
    aliased = false;
    int actions = mdp.actions();
    for (int row = 0; row < policy.length; row += actions) {
      double max = theta[row];
      for (int a = 1; a < actions; a++) {
        max = Math.max(max, theta[row + a]);
      }
      double sum = 0;
      for (int a = 0; a < actions; a++) {
        double weight = Math.exp(theta[row + a] - max);
        policy[row + a] = weight;
        sum += weight;
      }
      double scale = 1 / sum;
      for (int a = 0; a < actions; a++) {
        policy[row + a] *= scale;
      }
    }
  }

  /** The MDP the policy acts in. */
  public Mdp mdp() {
    return mdp;
  }

  /** The live π[cell], not to be modified. */
  double[] policy() {
    return policy;
  }

  /**
   * Solves (I − γP_π) x = b, the values of an expected reward per state.
   *
   * @param b [S], replaced by x
   */
  public void solve(double[] b) {
    factorise();
    lu.solve(b);
  }

  /**
   * Solves (I − γP_π)ᵀ x = b, the discounted occupancy from a start distribution.
   *
   * @param b [S], replaced by x
   */
  public void solveTransposed(double[] b) {
    factorise();
    lu.solveTransposed(b);
  }

  /** Entries of the action alias table, outcomes are cells. */
  long[] actionEntries() {
    if (!aliased) {
      action.rebuild(policy);
      aliased = true;
    }
    return action.entries;
  }

  private void factorise() {
    if (factorised) {
      return;
    }
    int states = mdp.states();
    int actions = mdp.actions();
    TransitionRows rows = mdp.rows();
    double[] matrix = lu.matrix();
    double gamma = mdp.gamma();
    Arrays.fill(matrix, 0);
    for (int s = 0, cell = 0; s < states; s++) {
      int row = s * states;
      for (int a = 0; a < actions; a++, cell++) {
        rows.spread(cell, -gamma * policy[cell], matrix, row);
      }
      matrix[row + s] += 1;
    }
    lu.factorise();
    factorised = true;
  }
}
