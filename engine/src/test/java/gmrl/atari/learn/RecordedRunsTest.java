package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The recorded runs that come with the program say what they are. */
class RecordedRunsTest {
  private static final List<RecordedRun> ALL = RecordedRuns.all();

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
      assertThat(RecordedRuns.names().get(i)).isEqualTo(name);
      assertThat(seen.add(name)).isTrue();
      assertThat(run.label()).contains("minimal actions").contains("sticky 0.1");
      assertThat(run.seconds()).isPositive();
      assertThat(run.settings())
          .isEqualTo(
              LearningSettings.miniature(run.settings().algorithm())
                  .withNumEnvSteps(run.settings().numEnvSteps()));
    }
  }

  @Test
  void theirCurvesGoForward() {
    for (RecordedRun run : ALL) {
      long last = 0;
      for (LearningCurve.Point point : run.curve().points()) {
        assertThat(point.steps()).isGreaterThan(last);
        assertThat(point.score()).isBetween(0.0, 1000.0);
        last = point.steps();
      }
    }
  }

  @Test
  void aRunThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> RecordedRuns.read("other.json"))
        .hasMessage("there is no recorded run other.json");
  }
}
