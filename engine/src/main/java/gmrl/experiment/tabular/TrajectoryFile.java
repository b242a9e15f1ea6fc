package gmrl.experiment.tabular;

import gmrl.experiment.file.JsonView;
import gmrl.mdp.Mdp;
import gmrl.mdp.TrajectoryBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trajectory files: {@code {"trajectories":[{"states":[T+1],"actions":[T],"rewards":[T]},…]}}, all
 * of one length, or {@code {"states":[N][T+1],"actions":[N][T],"rewards":[N][T]}} as in NumPy's
 * archives; other keys, such as a title, are ignored, unless they look like a slip for one of
 * these.
 */
public final class TrajectoryFile {
  private TrajectoryFile() {}

  /**
   * Reads a batch.
   *
   * @param file the file
   * @param mdp whose states and actions the trajectories visit
   * @param doubts takes a sentence if the MDP cannot have made them
   * @throws IllegalArgumentException in one sentence that names file, place, value and expectation
   */
  public static TrajectoryBatch read(Path file, Mdp mdp, Consumer<String> doubts) {
    JsonView json = JsonView.read(file);
    boolean arrays =
        !json.object().has("trajectories")
            && json.has("states")
            && (json.has("actions") || json.has("rewards"));
    if (arrays) {
      json.withoutSlips("states", "actions", "rewards");
    } else {
      json.withoutSlips("trajectories");
    }
    List<JsonView> all = json.at(arrays ? "states" : "trajectories").elements();
    int[][] states = new int[all.size()][];
    int[][] actions = new int[all.size()][];
    double[][] rewards = new double[all.size()][];
    List<JsonView> a = arrays ? rows(json, "actions", all.size()) : List.of();
    List<JsonView> r = arrays ? rows(json, "rewards", all.size()) : List.of();
    for (int n = 0; n < all.size(); n++) {
      JsonView one = arrays ? json : all.get(n).withoutSlips("states", "actions", "rewards");
      states[n] = (arrays ? all.get(n) : one.at("states")).integers();
      actions[n] = (arrays ? a.get(n) : one.at("actions")).integers();
      rewards[n] = (arrays ? r.get(n) : one.at("rewards")).vector();
    }
    try {
      TrajectoryBatch batch = TrajectoryBatch.recorded(mdp, states, actions, rewards);
      doubts(mdp, states, actions, sentence -> doubts.accept(file + ": " + sentence));
      return batch;
    } catch (IllegalArgumentException e) {
      throw json.invalid(e);
    }
  }

  private static List<JsonView> rows(JsonView json, String key, int count) {
    List<JsonView> rows = json.at(key).elements();
    if (rows.size() != count) {
      throw json.at(key).unexpected(count + " rows, one for each of states");
    }
    return rows;
  }

  private static void doubts(Mdp mdp, int[][] states, int[][] actions, Consumer<String> sentences) {
    double[][][] transition = mdp.transition();
    int elsewhere = 0;
    int impossible = 0;
    String first = "";
    for (int n = 0; n < states.length; n++) {
      if (states[n][0] != mdp.start()) {
        elsewhere++;
      }
      for (int t = 0; t < actions[n].length; t++) {
        int from = states[n][t];
        int to = states[n][t + 1];
        if (transition[from][actions[n][t]][to] == 0) {
          if (impossible++ == 0) {
            first =
                "trajectories["
                    + n
                    + "] goes from state "
                    + from
                    + " by action "
                    + actions[n][t]
                    + " to state "
                    + to
                    + " at step "
                    + t;
          }
        }
      }
    }
    if (elsewhere > 0) {
      sentences.accept(
          elsewhere
              + " of "
              + states.length
              + " trajectories do not start in state "
              + mdp.start()
              + ", where the MDP does");
    }
    if (impossible > 0) {
      sentences.accept(
          first
              + ", which the MDP gives probability 0"
              + (impossible > 1 ? "; so do " + (impossible - 1) + " more steps" : ""));
    }
  }
}
