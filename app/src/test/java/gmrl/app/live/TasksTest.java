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
  void whatWaitsIsNotCalledIdle() {
    assertThat(tasks.standing()).isEqualTo("idle");
    Tasks.Task game = tasks.add("a game", "updates", () -> {});
    assertThat(tasks.standing()).isEqualTo("1 task running ▸");
    game.setWaiting(true);
    assertThat(tasks.standing()).isEqualTo("1 task waits for its page ▸");
    assertThat(tasks.areResting()).isTrue();
    tasks.add("a learner", "steps", () -> {});
    assertThat(tasks.standing()).isEqualTo("1 task running, 1 waits ▸");
  }

  @Test
  void aPauseHoldsAllThatComputesAndNothingHasASpeed() {
    tasks.setPaused(true);
    assertThat(tasks.standing()).isEqualTo("paused ▸");
    tasks.setPaused(false);
    Tasks.Task board = tasks.add("board", new Work(0, 100), "trials", () -> {});
    tasks.add("game", new Work(0, 100), "updates", () -> {}).setWaiting(true);
    tasks.reportSpeed(3e6);
    tasks.setPaused(true);
    assertThat(tasks.standing()).isEqualTo("1 task paused, 1 waits ▸");
    assertThat(tasks.areResting()).isTrue();
    assertThat(tasks.stepsPerSecondProperty().get()).isZero();
    tasks.reportSpeed(3e6); // of a step
    assertThat(tasks.stepsPerSecondProperty().get()).isZero();
    tasks.add("Reading run.json", "", () -> {});
    assertThat(tasks.standing()).isEqualTo("1 task running, 1 paused, 1 waits ▸");
    tasks.setPaused(false);
    board.setHeld(true);
    assertThat(board.state()).isEqualTo(Tasks.State.PAUSED);
    assertThat(tasks.standing()).isEqualTo("1 task running, 1 paused, 1 waits ▸");
  }

  @Test
  void whatAnotherPageHasDoneIsNotCounted() {
    Tasks.Task headline = tasks.add("headline", new Work(0, 2000), "trials", () -> {});
    Tasks.Task board = tasks.add("board", new Work(0, 2000), "trials", () -> {});
    Tasks.Task bias = tasks.add("bias", new Work(0, 2000), "trials", () -> {});
    headline.progress(new Work(2000, 2000));
    headline.finished();
    board.progress(new Work(2000, 2000));
    board.finished();
    tasks.add("picture", "", () -> {}).progress(Work.UNKNOWN.finished());
    bias.progress(new Work(500, 2000));
    assertThat(tasks.shareProperty().get()).as("of the same page").isEqualTo(0.75);
    bias.setWaiting(true);
    Tasks.Task coins = tasks.add("coins", new Work(0, 300), "updates", () -> {});
    coins.progress(new Work(60, 300));
    assertThat(tasks.shareProperty().get()).isEqualTo(0.2);
    assertThat(shown()).isEqualTo("60 / 300 updates");
    bias.setWaiting(false);
    assertThat(tasks.shareProperty().get()).as("each kind alike").isEqualTo((0.2 + 0.25) / 2);
  }

  @Test
  void whatWasStoppedIsCountedNoLongerBesideWhatWaits() {
    Tasks.Task game = tasks.add("a game", "updates", () -> {});
    game.progress(new Work(600, 600));
    game.setWaiting(true);
    Tasks.Task learner = tasks.add("a learner", "steps", () -> {});
    learner.progress(new Work(12_544, 1_000_000));
    learner.finished();
    assertThat(shown()).isEmpty();
  }

  @Test
  void trialsAreNotAddedToSteps() {
    Tasks.Task bias = tasks.add("compositional bias", "trials", () -> {});
    Tasks.Task other = tasks.add("Hessian bias", "trials", () -> {});
    bias.progress(new Work(30, 100));
    other.progress(new Work(20, 100));
    assertThat(shown()).isEqualTo("50 / 200 trials");
    Tasks.Task learner = tasks.add("a learner", "steps", () -> {});
    learner.progress(new Work(50, 200));
    assertThat(shown()).isEqualTo("50 / 200 trials · 50 / 200 steps");
    bias.progress(new Work(100, 100));
    other.progress(new Work(100, 100));
    learner.progress(new Work(200, 200));
    assertThat(shown()).isEqualTo("200 / 200 trials · 200 / 200 steps");
  }

  @Test
  void theSumOfWhatRunsTogetherDoesNotShrinkWhileItIsDone() {
    Tasks.Task headline = tasks.add("headline", "trials", () -> {});
    Tasks.Task board = tasks.add("board", "trials", () -> {});
    headline.progress(new Work(14_000, 14_000));
    board.progress(new Work(100, 59_580));
    headline.finished();
    board.progress(new Work(59_580, 59_580));
    assertThat(shown()).isEqualTo("73\u202f580 / 73\u202f580 trials");
    // What is asked anew counts once.
    tasks.add("headline", "trials", () -> {}).progress(new Work(0, 14_000));
    assertThat(shown()).isEqualTo("59\u202f580 / 73\u202f580 trials");
  }

  @Test
  void workWithoutANameIsAShareWhileItRuns() {
    Tasks.Task example = tasks.add("an example", "", () -> {});
    example.progress(new Work(1, 3));
    assertThat(shown()).isEqualTo("33 %");
    tasks.add("bias", "trials", () -> {}).progress(new Work(20, 100));
    assertThat(shown()).isEqualTo("20 / 100 trials");
  }

  @Test
  void whenAllIsDoneWhatWasCountedStaysAndABareShareGoes() {
    Tasks.Task bias = tasks.add("bias", "trials", () -> {});
    bias.progress(new Work(100, 100));
    bias.finished();
    assertThat(shown()).isEqualTo("100 / 100 trials");
    Tasks.Task example = tasks.add("an example", "", () -> {});
    example.progress(new Work(3, 3));
    assertThat(shown()).isEqualTo("100 %");
    example.finished();
    assertThat(shown()).isEmpty();
  }
}
