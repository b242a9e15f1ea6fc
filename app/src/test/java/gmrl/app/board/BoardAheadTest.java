package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.TrialBank;
import org.junit.jupiter.api.Test;

/** What is computed of a board while its window is still being built. */
final class BoardAheadTest {
  private final SmallBoard small = new SmallBoard();

  @Test
  void whatWasComputedAheadOfTheWindowIsNotComputedAgain() {
    SynchronousLab window = new SynchronousLab();
    TrialBank lent = new TrialBank(50_000_000);
    BoardFeature.ahead(small.state.get(), lent, window.lab.runner(), new CancellationToken());
    assertThat(lent.trialsComputed()).isPositive();
    BoardViewModel later = new BoardViewModel(window.lab, small.state, lent);
    later.start();
    assertThat(lent.trialsComputed()).isEqualTo(small.bank.trialsComputed());
    for (Row row : Row.values()) {
      assertThat(later.chart(row, Column.ALPHA).get())
          .isEqualTo(small.model.chart(row, Column.ALPHA).get());
    }
  }

  @Test
  void aheadOfTheWindowNoMoreIsComputedThanWholeCurvesNeed() {
    LabState first = LabState.initial();
    TrialBank lent = new TrialBank(50_000_000);
    CancellationToken token = new CancellationToken();
    BoardFeature.ahead(first, lent, small.synchronous.lab.runner(), token);
    assertThat(token.isCancelled()).isTrue();
    long whole =
        BoardStudy.of(first).study().specs().stream().mapToLong(BiasSpec::totalTrials).sum();
    assertThat(lent.trialsComputed()).isPositive().isLessThan(whole / 4);
  }
}
