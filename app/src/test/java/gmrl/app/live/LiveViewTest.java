package gmrl.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Work;
import gmrl.experiment.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LiveViewTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final List<String> computed = new ArrayList<>();
  private boolean obstructed;
  private final LiveView<String, String> view =
      new LiveView<>(synchronous.lab, "test", LiveView.Pace.AT_ONCE, question -> echo(question, 2));

  private Experiment<String> echo(String question, int rounds) {
    return new Experiment<>() {
      @Override
      public long total() {
        return rounds;
      }

      @Override
      public String run(Workers workers, CancellationToken token, Snapshots<String> snapshots) {
        computed.add(question);
        snapshots.publish(1, question + "?");
        if (obstructed) {
          throw new CancellationException("obstructed");
        }
        snapshots.publish(rounds, question + "!");
        return question + "!";
      }
    };
  }

  private void ask(String question) {
    view.ask(() -> question);
  }

  private LiveView.Answer<String, String> answer(String question, String words, Standing standing) {
    return new LiveView.Answer<>(
        question, words, new Work(words.endsWith("!") ? 2 : 1, 2), standing);
  }

  @Test
  void nothingIsComputedBeforeTheStartAndEachQuestionOnce() {
    ask("a");
    assertThat(computed).isEmpty();
    view.start();
    ask("a");
    assertThat(computed).containsExactly("a");
    assertThat(view.answer()).isEqualTo(answer("a", "a!", Standing.FRESH));
  }

  @Test
  void aQuestionWaitsUnreadUntilSomebodyLooks() {
    List<String> read = new ArrayList<>();
    for (String question : List.of("a", "b")) {
      view.ask(
          () -> {
            read.add(question);
            return question;
          });
    }
    assertThat(read).isEmpty();
    view.start();
    assertThat(read).containsExactly("b");
    assertThat(computed).containsExactly("b");
  }

  @Test
  void aQuestionThatWasAnsweredBeforeIsAnsweredAtOnce() {
    view.start();
    ask("a");
    ask("b");
    List<Standing> seen = new ArrayList<>();
    view.answerProperty().addListener((o, old, now) -> seen.add(now.standing()));
    ask("a");
    assertThat(computed).containsExactly("a", "b");
    assertThat(view.answer()).isEqualTo(answer("a", "a!", Standing.FRESH));
    assertThat(seen).containsExactly(Standing.FRESH);
  }

  @Test
  void aQuestionThatCannotBePutLeavesTheOldAnswerStaleAndSaysWhy() {
    view.start();
    ask("a");
    view.ask(
        () -> {
          throw new IllegalArgumentException("alpha is −1");
        });
    assertThat(view.answer()).isEqualTo(answer("a", "a!", Standing.STALE));
    assertThat(view.problemProperty().get()).isEqualTo("Not shown: alpha is −1.");
    ask("a");
    assertThat(view.problemProperty().get()).isEmpty();
    assertThat(view.answer()).isEqualTo(answer("a", "a!", Standing.FRESH));
  }

  @Test
  void aStoppedAnswerIsCancelledUntilItIsResumed() {
    view.start();
    obstructed = true;
    ask("a");
    assertThat(view.answer()).isEqualTo(answer("a", "a?", Standing.CANCELLED));
    ask("a");
    assertThat(computed).as("what a person has stopped stays stopped").containsExactly("a");
    obstructed = false;
    view.resume();
    assertThat(view.answer()).isEqualTo(answer("a", "a!", Standing.FRESH));
    view.resume();
    assertThat(computed).containsExactly("a", "a");
  }

  @Test
  void aDemandGoesOnWithWhatWasStoppedAndComputesNothingTwice() {
    view.start();
    obstructed = true;
    view.demand(() -> "a");
    assertThat(view.answer()).isEqualTo(answer("a", "a?", Standing.CANCELLED));
    assertThat(computed).as("a new demand is computed once").containsExactly("a");
    obstructed = false;
    view.demand(() -> "a");
    view.demand(() -> "a");
    assertThat(view.answer()).isEqualTo(answer("a", "a!", Standing.FRESH));
    assertThat(computed).containsExactly("a", "a");
    assertThat(view.runningProperty().get()).isFalse();
  }

  @Test
  void nothingToAskIsNoAnswer() {
    view.start();
    ask("a");
    view.askNothing();
    assertThat(view.answer()).isNull();
  }

  @Test
  void aRestartForgets() {
    view.start();
    ask("a");
    view.restart();
    assertThat(computed).containsExactly("a", "a");
  }

  @Test
  void aFailureKeepsWhatWasComputedAndIsSaid() {
    LiveView<String, String> failing =
        new LiveView<>(
            synchronous.lab,
            "IPD returns",
            LiveView.Pace.AT_ONCE,
            question ->
                new Experiment<>() {
                  @Override
                  public long total() {
                    return 2;
                  }

                  @Override
                  public String run(Workers w, CancellationToken t, Snapshots<String> snapshots) {
                    snapshots.publish(1, "half");
                    throw new IllegalStateException("no memory");
                  }
                });
    failing.start();
    failing.ask(() -> "a");
    assertThat(failing.answer())
        .isEqualTo(new LiveView.Answer<>("a", "half", new Work(1, 2), Standing.FAILED));
    assertThat(synchronous.failures).containsExactly("IPD returns stopped: no memory");
    assertThat(failing.problemProperty().get()).isEqualTo("Failed: no memory.");
    failing.ask(() -> "a");
    assertThat(failing.problemProperty().get()).as("still").isEqualTo("Failed: no memory.");
    failing.askNothing();
    assertThat(failing.problemProperty().get()).isEmpty();
  }

  @Test
  void whoLeavesWhileAQuestionWaitsForTheControlsFindsItAnsweredOnReturn() {
    List<Runnable> later = new ArrayList<>();
    Laboratory patient =
        new Laboratory(
            ExperimentRunner.synchronous(new Workers(1)),
            Runnable::run,
            (delay, task) -> later.add(task),
            new Gate(),
            new Tasks(),
            synchronous.failures::add);
    LiveView<String, String> quiet =
        new LiveView<>(patient, "test", LiveView.Pace.WHEN_QUIET, question -> echo(question, 2));
    quiet.start();
    quiet.ask(() -> "a");
    quiet.stop();
    later.forEach(Runnable::run);
    assertThat(computed).isEmpty();
    later.clear();
    quiet.start();
    later.forEach(Runnable::run);
    assertThat(computed).containsExactly("a");
  }
}
