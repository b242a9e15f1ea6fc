package gmrl.app.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.lesson.Illustration;
import gmrl.app.lesson.Lesson;
import gmrl.app.lesson.LessonFile;
import gmrl.app.rooms.Rooms;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.TrialBank;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedIllustratorTest {

  /** What is predicted is predicted on the axis that the answer has. */
  @Test
  void theEmptyPlotHasTheAxisOfTheRecordedOne() {
    LessonFile.Entry entry =
        LessonFile.builtIn().stream()
            .filter(e -> e.id().equals("own-discount"))
            .findFirst()
            .orElseThrow();
    List<Illustration> recorded =
        LessonFile.read(entry, Rooms.illustrators(TrialBank.none())).steps().stream()
            .flatMap(step -> step.plot().stream())
            .map(Lesson.Plot::shown)
            .filter(each -> each.empty().x().label().equals("millions of steps"))
            .toList();
    assertThat(recorded).isNotEmpty();
    for (Illustration each : recorded) {
      ChartModel drawn =
          each.experiment().run(new Workers(1), new CancellationToken(), (done, shown) -> {});
      assertThat(each.empty().x().high()).isEqualTo(drawn.x().high());
      assertThat(each.columns()).last().isEqualTo(drawn.x().high());
    }
  }
}
