package gmrl.experiment.tabular;

import gmrl.experiment.file.JsonView;
import gmrl.mdp.Mdp;
import gmrl.mdp.TrajectoryBatch;
import java.nio.file.Path;
import java.util.List;

/**
 * Trajectory files: {@code {"trajectories":[{"states":[T+1],"actions":[T],"rewards":[T]},…]}}, all
 * of one length; other keys are ignored.
 */
public final class TrajectoryFile {
  private TrajectoryFile() {}

  /**
   * Reads a batch.
   *
   * @param file the file
   * @param mdp whose states and actions the trajectories visit
   * @throws IllegalArgumentException in one sentence that names file, place, value and expectation
   */
  public static TrajectoryBatch read(Path file, Mdp mdp) {
    JsonView json = JsonView.read(file).object();
    List<JsonView> all = json.at("trajectories").elements();
    int[][] states = new int[all.size()][];
    int[][] actions = new int[all.size()][];
    double[][] rewards = new double[all.size()][];
    for (int n = 0; n < all.size(); n++) {
      JsonView one = all.get(n).object();
      states[n] = one.at("states").integers();
      actions[n] = one.at("actions").integers();
      rewards[n] = one.at("rewards").vector();
    }
    try {
      return TrajectoryBatch.recorded(mdp, states, actions, rewards);
    } catch (IllegalArgumentException e) {
      throw json.invalid(e);
    }
  }
}
