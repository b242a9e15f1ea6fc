package gmrl.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.bias.BiasChoice;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonTest {
  private final LabStateJson files = new LabStateJson(List.of(BiasChoice.PART));
  private final StateModel<LabState> state = new StateModel<>(LabState.initial().withTrials(77));

  @Test
  void everyLessonCanBeWalkedThroughAndLeavesNoTrace() {
    assertThat(LessonFile.all()).isNotEmpty();
    LabState before = state.get();
    for (Lesson lesson : LessonFile.all()) {
      LessonViewModel model = new LessonViewModel(lesson, state, files);
      for (int i = 0; i < lesson.steps().size(); i++) {
        assertThat(model.revealedProperty().get()).isFalse();
        model.reveal();
        Lesson.Step step = model.step();
        assertThat(state.get().setup()).isEqualTo(step.spec().setup());
        var plot =
            step.plot() == Lesson.Plot.HESSIAN
                ? BiasChoice.of(state.get()).hessian()
                : BiasChoice.of(state.get()).compositional();
        assertThat(plot.x()).isEqualTo(step.x());
        assertThat(plot.y()).isEqualTo(step.y());
        model.next();
      }
      model.leave();
      assertThat(state.get()).isEqualTo(before);
    }
  }

  @Test
  void nothingIsShownBeforeItIsAskedFor() {
    LabState before = state.get();
    LessonViewModel model = new LessonViewModel(LessonFile.all().get(0), state, files);
    model.next();
    model.back();
    assertThat(state.get()).isEqualTo(before);
  }
}
