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
    List<Illustration> recorded = recorded();
    assertThat(recorded).isNotEmpty();
    for (Illustration each : recorded) {
      ChartModel drawn = drawn(each);
      assertThat(each.empty().x().high()).isEqualTo(drawn.x().high());
      assertThat(each.columns()).last().isEqualTo(drawn.x().high());
    }
  }

  @Test
  void aSliderLeavesSomeOfTheSeedsOut() {
    Illustration all = recorded().get(0);
    assertThat(all.value("seeds")).isEqualTo(5);
    assertThat(drawn(all).series().get(0).note()).isEqualTo("5 seeds");
    assertThat(drawn(all.with("seeds", 2)).series().get(0).note()).isEqualTo("2 seeds");
  }

  private static ChartModel drawn(Illustration each) {
    return each.experiment().run(new Workers(1), new CancellationToken(), (done, shown) -> {});
  }

  private static List<Illustration> recorded() {
    LessonFile.Entry entry =
        LessonFile.builtIn().stream()
            .filter(e -> e.id().equals("own-discount"))
            .findFirst()
            .orElseThrow();
    return LessonFile.read(entry, Rooms.illustrators(TrialBank.none())).steps().stream()
        .flatMap(step -> step.plot().stream())
        .map(Lesson.Plot::shown)
        .filter(each -> each.empty().x().label().equals("millions of steps"))
        .toList();
  }
}
