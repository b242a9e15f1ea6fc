package gmrl.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.Work;
import gmrl.experiment.atari.AtariExperiment;
import gmrl.experiment.atari.AtariFamily;
import org.junit.jupiter.api.Test;

class TasksTest {
  private final Tasks tasks = new Tasks();

  private String shown() {
    return tasks.progressProperty().get();
  }

  @Test
  void whatIsCountedHasItsName() {
    String units = new AtariExperiment(new AtariFamily().standard()).units();
    Tasks.Task learner = tasks.add("a learner", units, () -> {});
    assertThat(shown()).isEmpty();
    learner.progress(new Work(12_800, 1_000_000));
    assertThat(shown()).isEqualTo("12\u202f800 / 1\u202f000\u202f000 steps");
  }

  @Test
  void trialsAreNotAddedToSteps() {
    Tasks.Task bias = tasks.add("compositional bias", "trials", () -> {});
    Tasks.Task other = tasks.add("Hessian bias", "trials", () -> {});
    bias.progress(new Work(30, 100));
    other.progress(new Work(20, 100));
    assertThat(shown()).isEqualTo("50 / 200 trials");
    tasks.add("a learner", "steps", () -> {}).progress(new Work(50, 200));
    assertThat(shown()).isEqualTo("25 %");
  }

  @Test
  void workWithoutANameIsAShare() {
    tasks.add("an example", "", () -> {}).progress(new Work(1, 3));
    assertThat(shown()).isEqualTo("33 %");
  }
}
