package gmrl.app.inspect;

import gmrl.experiment.inspect.Inspection;
import gmrl.mdp.Mdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An MDP under one policy, as its graph shows it.
 *
 * @param mdp the MDP
 * @param stage whose policy acts in it
 */
record World(Mdp mdp, Inspection.Stage stage) {

  int states() {
    return mdp.states();
  }

  int start() {
    return mdp.start();
  }

  /** Share of the discounted visits. */
  double visits(int state) {
    return stage.visits()[state];
  }

  private double chance(int state, int action) {
    return stage.policy()[state * mdp.actions() + action];
  }

  /** Chance of a move, over all actions. */
  double flow(int from, int to) {
    double flow = 0;
    double[][] moves = mdp.transition()[from];
    for (int a = 0; a < mdp.actions(); a++) {
      flow += chance(from, a) * moves[a][to];
    }
    return flow;
  }

  /** Mean reward in a state. */
  double reward(int state) {
    double reward = 0;
    for (int a = 0; a < mdp.actions(); a++) {
      reward += chance(state, a) * mdp.reward()[state][a];
    }
    return reward;
  }

  /** The largest mean reward of any state. */
  double mostReward() {
    double most = 0;
    for (int s = 0; s < states(); s++) {
      most = Math.max(most, reward(s));
    }
    return most;
  }

  /** Which actions make a move, how likely each is taken, and what it pays. */
  String label(int from, int to) {
    List<String> actions = new ArrayList<>();
    for (int a = 0; a < mdp.actions(); a++) {
      if (mdp.transition()[from][a][to] > 0.02) {
        actions.add(
            String.format(
                Locale.ROOT,
                "action %d: %.0f %%, pays %s",
                a,
                100 * chance(from, a) * mdp.transition()[from][a][to],
                number(mdp.reward()[from][a])));
      }
    }
    return String.join("; ", actions);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
