package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Trajectories that a person brings are taken as they are, or refused with their place. */
class RecordedTrajectoriesTest {
  private final Mdp mdp =
      Mdp.of(
          new double[][][] {{{0.5, 0.5}, {1, 0}}, {{0, 1}, {0.25, 0.75}}},
          new double[][] {{0, 1}, {2, 3}},
          0.8,
          0);
  private final int[][] states = {{0, 1, 1}, {0, 0, 1}};
  private final int[][] actions = {{1, 0}, {0, 1}};
  private final double[][] rewards = {{0.5, -1}, {2, 0}};

  private void refused(Consumer<RecordedTrajectoriesTest> damage, String word) {
    RecordedTrajectoriesTest other = new RecordedTrajectoriesTest();
    damage.accept(other);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrajectoryBatch.recorded(mdp, other.states, other.actions, other.rewards))
        .withMessageContaining(word)
        .withMessageContaining("expected");
  }

  @Test
  void theyAreTakenAsTheyAre() {
    TrajectoryBatch batch = TrajectoryBatch.recorded(mdp, states, actions, rewards);
    assertThat(batch.count()).isEqualTo(2);
    assertThat(batch.horizon()).isEqualTo(2);
    // Step by step: state · actions + action of each trajectory.
    assertThat(batch.cells()).containsExactly(1, 0, 2, 1);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    refused(all -> all.actions[1] = new int[] {0}, "trajectories[1].actions has 1 entries");
    refused(all -> all.states[1] = new int[] {0, 1}, "trajectories[1].states has 2 entries");
    refused(all -> all.rewards[0] = new double[3], "trajectories[0].rewards has 3 entries");
    refused(all -> all.states[0][1] = 2, "trajectories[0].states[1] is 2");
    refused(all -> all.states[1][2] = -1, "trajectories[1].states[2] is -1");
    refused(all -> all.actions[0][0] = 2, "trajectories[0].actions[0] is 2");
    refused(all -> all.rewards[1][0] = Double.NaN, "trajectories[1].rewards[0] is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TrajectoryBatch.recorded(mdp, new int[0][], new int[0][], new double[0][]))
        .withMessageContaining("trajectories are empty");
  }
}
