package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.tabular.ProblemSpec;
import org.junit.jupiter.api.Test;

/** What the rows say of their numbers, and an axis that holds them. */
class BoardNumbersTest {
  private final SmallBoard small = new SmallBoard();
  private final StateModel<LabState> state = small.state;
  private final BoardViewModel board = small.model;

  @Test
  void aLearnedRewardThatNoStepUsesHasNoBiasToWaitFor() {
    state.edit(
        "problem", s -> s.withSetup(s.setup().withProblem(ProblemSpec.Lirpg.paper()).withSteps(0)));
    for (Row row : Row.values()) {
      assertThat(board.number(row).get().words()).isEqualTo("none");
    }
    state.edit("steps", s -> s.withSetup(s.setup().withSteps(1)));
    assertThat(board.number(Row.HESSIAN).get().worth()).contains("no Hessian");
    assertThat(board.number(Row.COMPOSITIONAL).get().worth()).doesNotContain("Hessian");
  }

  @Test
  void theAxisThatHoldsTheBiasIsTheLowestOne() {
    double bias = 100 * board.now(Row.HESSIAN).orElseThrow().value();
    double top = board.fittingTop(Row.HESSIAN).orElseThrow();
    assertThat(top).isGreaterThan(bias);
    assertThat(BoardViewModel.TOPS)
        .filteredOn(lower -> lower < top)
        .allMatch(l -> 0.95 * l <= bias);
  }
}
