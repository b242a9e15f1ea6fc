package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import gmrl.experiment.file.Agreement;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The recorded runs that come with the program say what they are. */
class ShippedRunsTest {
  private static final List<String> NAMES = names();
  private static final List<RecordedRun> ALL =
      NAMES.stream().map(name -> RecordedRun.read(text(name))).toList();

  private static List<String> names() {
    try {
      List<String> out = new ArrayList<>();
      new ObjectMapper().readTree(text("index.json")).get("runs").forEach(n -> out.add(n.asText()));
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in = RecordedRun.class.getResourceAsStream("/recorded/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void eachIsWrittenAsItIsRead() {
    for (int i = 0; i < ALL.size(); i++) {
      String name = NAMES.get(i);
      Agreement.require(
          JsonView.parse(name, text(name)), JsonView.parse(name, ALL.get(i).json()).value());
    }
  }

  @Test
  void whatIsNotKnownIsRefusedByItsPlace() {
    String text = text(NAMES.get(0));
    assertThatThrownBy(
            () -> RecordedRun.read(text.replace("\"meta_lr\":", "\"stranger\":1,\"meta_lr\":")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("settings")
        .hasMessageContaining("stranger");
    assertThatThrownBy(() -> RecordedRun.read(text.replace("\"features\":", "\"features_\":")))
        .hasMessageContaining("network");
  }

  @Test
  void eachIsWhatItsFileIsCalled() {
    assertThat(ALL).isNotEmpty();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ALL.size(); i++) {
      RecordedRun run = ALL.get(i);
      String name =
          "%s-%s-%dk-%d.json"
              .formatted(
                  run.game().replace(':', '-'),
                  run.settings().algorithm().id(),
                  run.settings().numEnvSteps() / 1000,
                  run.seed());
      assertThat(NAMES.get(i)).isEqualTo(name);
      assertThat(seen.add(name)).isTrue();
      boolean mini = run.game().startsWith("minatar:");
      assertThat(run.label())
          .contains("minimal actions")
          .contains(mini ? "sticky 0.1" : "not sticky");
      assertThat(run.made().seconds()).isPositive();
      assertThat(run.made().resumedAt()).isSorted().allMatch(steps -> steps < run.steps());
      assertThat(run.made().timedFrom()).isLessThan(run.steps());
      LearningSettings usual =
          (mini
                  ? LearningSettings.miniature(run.settings().algorithm())
                  : LearningSettings.published(run.settings().algorithm()))
              .withNumEnvSteps(run.settings().numEnvSteps());
      // Half the published environments show more updates in the same number of steps.
      assertThat(run.settings())
          .isIn(mini ? List.of(usual) : List.of(usual, usual.withNumProcesses(32)));
    }
  }

  @Test
  void theirCurvesGoForward() {
    for (RecordedRun run : ALL) {
      long last = 0;
      for (LearningCurve.Point point : run.curve().points()) {
        assertThat(point.steps()).isGreaterThan(last);
        if (point.episodes() == 0) {
          assertThat(point.score()).as("no game ended").isNaN();
        } else if (run.game().equals("pong")) {
          assertThat(point.score()).isBetween(-21.0, 21.0);
        } else {
          assertThat(point.score()).isBetween(0.0, 1000.0);
        }
        last = point.steps();
      }
    }
  }
}
