package gmrl.ipd;

import static gmrl.ipd.Golden.integers;
import static gmrl.ipd.Golden.matrix;
import static gmrl.ipd.Golden.negated;
import static gmrl.ipd.Golden.relativeError;
import static gmrl.ipd.Golden.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiceGoldenTest {
  private static final double TOLERANCE = 1e-9;
  private final JsonNode golden = Golden.read("ipd_dice.json");
  private final RepeatedGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), .96);

  @Test
  void recordedRolloutsGiveTheRecordedDerivatives() {
    for (JsonNode rollout : golden.get("rollouts")) {
      Batch batch = Batch.of(integers(rollout.get("actions1")), integers(rollout.get("actions2")));
      JointPoint point =
          game.point(0, vector(rollout.get("theta1")), vector(rollout.get("theta2")));
      for (int agent = 0; agent < 2; agent++) {
        JsonNode expected = rollout.get("agent" + (agent + 1));
        double[] values = Views.joint(agent, vector(rollout.get("values" + (agent + 1))));
        SampledValue plain = new SampledValue(game, GameEstimator.DICE, batch.length(), agent);
        plain.given(point, values, batch);
        check(plain, agent, expected.get("no_baseline"));
        SampledValue baseline =
            new SampledValue(game, GameEstimator.DICE_BASELINE, batch.length(), agent);
        baseline.given(point, values, batch);
        check(baseline, agent, expected.get("with_baseline"));

        double[] counts = new double[Scores.CELLS];
        batch.addCounts(counts);
        double[] loss = new double[Views.STATES];
        Critic.ascent(counts, game.outcomeRewards(agent), values, loss);
        assertThat(
                relativeError(
                    negated(Views.joint(agent, loss)), vector(expected.get("value_loss_gradient"))))
            .isLessThan(TOLERANCE);
      }
    }
  }

  @Test
  void replayedTrajectoriesGiveTheRecordedDerivatives() {
    for (JsonNode replay : golden.get("off_policy")) {
      JointPoint point = game.point(0, vector(replay.get("theta1")), vector(replay.get("theta2")));
      int length = replay.get("length").intValue();
      for (int agent = 0; agent < 2; agent++) {
        JsonNode expected = replay.get("agent" + (agent + 1));
        double[] values = Views.joint(agent, vector(replay.get("values" + (agent + 1))));
        for (boolean baseline : new boolean[] {true, false}) {
          SampledValue estimate =
              new SampledValue(
                  game, baseline ? GameEstimator.DICE_BASELINE : GameEstimator.DICE, length, agent);
          JsonNode numbers = expected.get(baseline ? "with_baseline" : "no_baseline");
          estimate.replayed(point, values, blocks(replay), 1e-6);
          check(estimate, agent, numbers);
          estimate.replayed(point, values, blocks(replay), 0);
          checkGradients(estimate, agent, numbers.get("no_epsilon"));
        }
      }
    }
  }

  private List<ReplayBuffer.Block> blocks(JsonNode replay) {
    int[][] actions1 = integers(replay.get("actions1"));
    int[][] actions2 = integers(replay.get("actions2"));
    List<ReplayBuffer.Block> blocks = new ArrayList<>();
    int behaviours = replay.get("behaviour").size();
    int each = actions1.length / behaviours;
    for (int i = 0; i < behaviours; i++) {
      JsonNode behaviour = replay.get("behaviour").get(i);
      Scores scores = new Scores();
      scores.at(game.point(0, vector(behaviour.get("theta1")), vector(behaviour.get("theta2"))), 0);
      blocks.add(
          new ReplayBuffer.Block(
              Batch.of(
                  Arrays.copyOfRange(actions1, i * each, (i + 1) * each),
                  Arrays.copyOfRange(actions2, i * each, (i + 1) * each)),
              scores.probability));
    }
    return blocks;
  }

  private static void check(SampledValue estimate, int agent, JsonNode expected) {
    checkGradients(estimate, agent, expected);
    double[][] mixed = new double[Views.STATES][Views.STATES];
    double[][] hessian = new double[Views.STATES][Views.STATES];
    for (int j = 0; j < Views.STATES; j++) {
      double[] unit = new double[Views.STATES];
      unit[j] = 1;
      double[] column = new double[Views.STATES];
      estimate.product(1 - agent, agent, Views.joint(agent, unit), column);
      double[] mixedColumn = Views.joint(1 - agent, column);
      estimate.product(agent, agent, Views.joint(agent, unit), column);
      double[] hessianColumn = Views.joint(agent, column);
      for (int i = 0; i < Views.STATES; i++) {
        mixed[i][j] = -mixedColumn[i];
        hessian[i][j] = -hessianColumn[i];
      }
    }
    assertThat(relativeError(mixed, matrix(expected.get("mixed_other_self"))))
        .isLessThan(TOLERANCE);
    assertThat(relativeError(hessian, matrix(expected.get("hessian_self")))).isLessThan(TOLERANCE);
  }

  private static void checkGradients(SampledValue estimate, int agent, JsonNode expected) {
    double objective = expected.get("objective").doubleValue();
    assertThat(-estimate.objective()).isCloseTo(objective, within(TOLERANCE * objective));
    double[] own = new double[Views.STATES];
    double[] other = new double[Views.STATES];
    estimate.gradient(agent, own);
    estimate.gradient(1 - agent, other);
    assertThat(relativeError(negated(Views.joint(agent, own)), vector(expected.get("grad_self"))))
        .isLessThan(TOLERANCE);
    assertThat(
            relativeError(
                negated(Views.joint(1 - agent, other)), vector(expected.get("grad_other"))))
        .isLessThan(TOLERANCE);
  }
}
