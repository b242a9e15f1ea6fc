package gmrl.atari.mini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Episodes recorded from the reference, golden/minatar_*.json. */
class ReplayGoldenTest {
  @ParameterizedTest
  @EnumSource
  void everyObservationRewardAndEndIsAsRecorded(Miniature game) throws IOException {
    Replay.Verdict verdict = Replay.check(json(golden(game)));
    assertThat(verdict).as(verdict.text()).isInstanceOf(Replay.Same.class);
    assertThat(((Replay.Same) verdict).steps()).isGreaterThan(1900);
  }

  @ParameterizedTest
  @EnumSource
  void theHiddenFactsThatAreRecordedAreCompared(Miniature game) {
    MiniatureGame ours = new MiniatureGame(MiniatureSettings.of(game), new java.util.Random(1));
    JsonNode state = golden(game).at("/runs/0/episodes/0/finalState");
    state
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("aliens")) {
                assertThat(ours.facts().keySet())
                    .anyMatch(k -> k.equals(name) || k.startsWith(name + "["));
              }
            });
  }

  @Test
  void theFirstCellThatDiffersIsNamed() throws IOException {
    JsonNode recording = golden(Miniature.BREAKOUT);
    JsonNode row = recording.at("/runs/1/episodes/0/steps/100/7");
    int cell = row.get(0).intValue();
    ((ArrayNode) row).set(0, IntNode.valueOf(cell % 10 + 550));
    Replay.Verdict verdict = Replay.check(json(recording));
    assertThat(verdict).isInstanceOf(Replay.Differs.class);
    Replay.Differs differs = (Replay.Differs) verdict;
    assertThat(differs.run()).isEqualTo(1);
    assertThat(differs.episode()).isZero();
    assertThat(differs.step()).isEqualTo(100);
    assertThat(differs.what()).contains("row").contains("column").contains("channel");
    assertThat(verdict.text()).startsWith("Breakout: run 1, episode 0, step 100: the cell in row ");
  }

  @Test
  void anotherRewardEndActionOrOutcomeIsNoticed() throws IOException {
    assertThat(changed("/runs/0/episodes/0/steps/10", 3, 2)).contains("step 10: the reward is 1");
    assertThat(changed("/runs/0/episodes/0/steps/10", 4, 1)).contains("step 10: the episode goes");
    assertThat(changed("/runs/0/episodes/0/steps/10", 1, 1)).contains("executed action is 4");
    assertThat(changed("/runs/0/episodes/0/steps/4", 2, 1)).contains("step 4: the executed action");
    JsonNode recording = golden(Miniature.BREAKOUT);
    ((ObjectNode) recording.at("/runs/0/episodes/0")).put("return", 3);
    assertThat(Replay.check(json(recording)).text()).contains("the return is 1, recorded is 3");
    recording = golden(Miniature.BREAKOUT);
    ((ArrayNode) recording.at("/runs/0/episodes/0/reset/rand")).removeAll();
    assertThat(Replay.check(json(recording)).text())
        .contains("reset: the game draws BALL_START, recorded is nothing");
  }

  private static String changed(String place, int column, int value) throws IOException {
    JsonNode recording = golden(Miniature.BREAKOUT);
    ((ArrayNode) recording.at(place)).set(column, IntNode.valueOf(value));
    return Replay.check(json(recording)).text();
  }

  @Test
  void whatIsNoRecordingIsRefusedInASentence() {
    assertThatThrownBy(() -> Replay.check("[1".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it is not JSON");
    assertThatThrownBy(() -> Replay.check("{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("the recording has no \"game\"");
    assertThatThrownBy(() -> Replay.check("{\"game\":\"pong\"}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("\"pong\" is no miniature game; there are breakout, asterix");
    JsonNode recording = golden(Miniature.BREAKOUT);
    ((ArrayNode) recording.at("/runs/0/episodes/0/steps/3")).set(0, IntNode.valueOf(6));
    assertThatThrownBy(() -> Replay.check(json(recording)))
        .hasMessage(
            "the recording.runs[0].episodes[0].steps[3][0] is 6, expected a whole number from 0 to"
                + " 5");
    assertThatThrownBy(() -> Replay.check(Path.of("no-such.json")))
        .hasMessage("no-such.json: there is no such file");
  }

  private static JsonNode golden(Miniature game) {
    return Golden.read("minatar_" + game.id() + ".json");
  }

  private static byte[] json(JsonNode node) throws IOException {
    return new ObjectMapper().writeValueAsBytes(node);
  }
}
