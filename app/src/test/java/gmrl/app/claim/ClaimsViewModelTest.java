package gmrl.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.claim.ClaimExperiment;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Claims;
import gmrl.experiment.claim.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private boolean broken;
  private int runs;
  private Runnable during = () -> {};
  private Runnable after = () -> {};
  private final ClaimSpec claim = Claims.find("hessian-coefficient");
  private final ClaimsViewModel model =
      new ClaimsViewModel(
          synchronous.lab, List.of(claim, Claims.find("outer-critic")), this::trial);

  private Experiment<ClaimResult> trial(ClaimSpec spec) {
    Experiment<ClaimResult> usual = new ClaimExperiment(spec);
    return new Experiment<>() {
      @Override
      public long total() {
        return usual.total();
      }

      @Override
      public ClaimResult run(
          Workers workers, CancellationToken token, Snapshots<ClaimResult> snapshots) {
        runs++;
        during.run();
        if (broken) {
          throw new IllegalStateException("too little memory");
        }
        return usual.run(
            workers,
            token,
            (done, snapshot) -> {
              snapshots.publish(done, snapshot);
              after.run();
            });
      }
    };
  }

  @Test
  void whatWasAskedForGoesOnWhenThePageIsLeft() {
    model.enter();
    during = () -> model.leave();
    model.runAll();
    assertThat(runs).isEqualTo(3);
    assertThat(model.claims()).allMatch(each -> model.verdict(each).isPresent());
    model.enter();
    assertThat(runs).as("what is known is not computed again").isEqualTo(3);
  }

  @Test
  void whoDidNotPressRunIsToldWhyItComputes() {
    List<String> words = new ArrayList<>();
    during = () -> words.add(model.waitingWords());
    assertThat(model.waitingWords()).startsWith("Not run yet");
    model.enter();
    model.run();
    assertThat(words.get(0)).contains("looked at");
    assertThat(words.get(1)).startsWith("Computing:");
  }

  /** A number without a word would look as if it went on. */
  @Test
  void aClaimThatWasStoppedSaysSo() {
    List<String> words = new ArrayList<>();
    after =
        () -> {
          words.add(model.word(claim));
          model.stop();
        };
    model.enter();
    assertThat(words.get(0)).matches("\\d+ %");
    assertThat(model.word(claim)).isEqualTo("stopped at " + words.get(0));
    after = () -> {};
    model.run();
    assertThat(model.word(claim)).isEqualTo(Verdict.SUPPORTED.word());
  }

  /** Run while it computes because it is looked at: it goes on, and also when the page is left. */
  @Test
  void whatIsAskedForWhileItIsLookedAtIsNotBegunAgain() {
    during =
        () -> {
          during = () -> {};
          model.run();
          model.leave();
        };
    model.enter();
    assertThat(runs).isEqualTo(1);
    assertThat(model.verdict(claim)).isPresent();
  }

  @Test
  void aClaimThatFailsEndsTheRoundKeepsWhatWasKnownAndSaysWhy() {
    model.enter();
    assertThat(model.verdict(claim)).contains(Verdict.SUPPORTED);
    broken = true;
    model.runAll();
    assertThat(model.problemProperty().get()).isEqualTo("Failed: too little memory.");
    assertThat(model.runningProperty().get()).isEmpty();
    assertThat(runs).as("the second claim is not tried").isEqualTo(2);
    assertThat(model.verdict(claim)).contains(Verdict.SUPPORTED);
    assertThat(model.known().get(claim.id()).standing()).isEqualTo(Standing.FRESH);
    broken = false;
    model.run();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(runs).as("who runs a claim again wants it computed again").isEqualTo(3);
  }
}
