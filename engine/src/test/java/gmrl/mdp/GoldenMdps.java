package gmrl.mdp;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The MDPs and recorded trajectories of the golden files. */
public final class GoldenMdps {
  private GoldenMdps() {}

  /** The MDP of this name: s3a2, s5a3 or s20a5. */
  public static Mdp named(String name) {
    JsonNode node = Golden.named(Golden.read("tabular_mdps.json").get("mdps"), name);
    double[][][] transition =
        StreamSupport.stream(node.get("P").spliterator(), false)
            .map(Golden::table)
            .toArray(double[][][]::new);
    return Mdp.of(
        transition,
        Golden.table(node.get("R")),
        node.get("gamma").asDouble(),
        node.get("initial_state").asInt());
  }

  /** Turns recorded trajectories into a batch. */
  public static TrajectoryBatch batch(Mdp mdp, JsonNode trajectories) {
    List<int[]> states = new ArrayList<>();
    List<int[]> actions = new ArrayList<>();
    List<double[]> rewards = new ArrayList<>();
    for (JsonNode trajectory : trajectories) {
      states.add(Golden.ints(trajectory.get("states")));
      actions.add(Golden.ints(trajectory.get("actions")));
      rewards.add(Golden.flat(trajectory.get("rewards")));
    }
    return TrajectoryBatch.recorded(
        mdp,
        states.toArray(int[][]::new),
        actions.toArray(int[][]::new),
        rewards.toArray(double[][]::new));
  }
}
