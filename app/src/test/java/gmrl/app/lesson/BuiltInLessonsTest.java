package gmrl.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.rooms.Rooms;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.TrialBank;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lessons' answers say is held against the numbers, on a small budget. */
class BuiltInLessonsTest {
  private static final int SEEDS = 2;

  static Stream<String> lessons() {
    return LessonFile.builtIn().stream().map(LessonFile.Entry::id);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyAnswerIsTrueAtEverySeed(String id) {
    LessonFile.Entry entry =
        LessonFile.builtIn().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    Lesson lesson = LessonFile.read(entry, Rooms.illustrators(TrialBank.ofMachine()));
    assertThat(new LessonFile.Entry(id, lesson.title(), lesson.about(), lesson.minutes()))
        .as("the list says what the file says")
        .isEqualTo(entry);
    assertThat(lesson.minutes()).isBetween(10, 15);
    assertThat(lesson.steps())
        .as("something to look at and to turn in every step")
        .allSatisfy(
            step -> assertThat(step.plot().orElseThrow().sliders()).as(step.title()).isNotEmpty());
    try (Workers workers = Workers.ofMachine()) {
      List<LessonCheck.Finding> findings =
          LessonCheck.run(lesson, SEEDS, true, workers, new CancellationToken());
      assertThat(findings).isNotEmpty();
      assertThat(findings.stream().filter(f -> !f.told().holds()))
          .extracting(LessonCheck.Finding::describe)
          .isEmpty();
    }
  }
}
