package gmrl.app.ipd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.ipd.MatrixGame;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlayTest {
  /** Cooperates at first, then does what the other did: after own and other's last action. */
  private static final double[] TIT_FOR_TAT = {1, 0, 1, 0, 1};

  private static final double[] DEFECT = new double[5];

  private static Play play(double[] one, double[] two) {
    return new Play(MatrixGame.prisonersDilemma(), 0.5, new double[][] {one, two});
  }

  @Test
  void titForTatMeetsItselfInCooperationForEver() {
    assertThat(play(TIT_FOR_TAT, TIT_FOR_TAT).visits())
        .containsExactly(new double[] {0, 0, 0, 1}, within(1e-9));
  }

  @Test
  void againstADefectorItIsPreyOnceAndThenDefects() {
    Play play = play(TIT_FOR_TAT, DEFECT);
    // Outcome 2: agent 1 cooperates alone, with half of the discounted weight on the first round.
    assertThat(play.visits()).containsExactly(new double[] {0.5, 0, 0.5, 0}, within(1e-5));
    assertThat(play.payoff(0, 2)).isEqualTo(-3);
    assertThat(play.payoff(1, 2)).isZero();
    assertThat(play.next(2, 0)).isEqualTo(1);
  }

  @Test
  void eachAgentSeesTheOutcomeFromItsOwnSide() {
    // Agent 2 cooperates only after it defected alone, which agent 1 sees as its lone cooperation.
    Play play = play(DEFECT, new double[] {0, 0, 1, 0, 0});
    assertThat(play.next(2, 1)).isEqualTo(1);
    assertThat(play.next(1, 1)).isZero();
    for (int from = 0; from < Play.OUTCOMES; from++) {
      int o = from;
      double sum = Arrays.stream(new int[] {0, 1, 2, 3}).mapToDouble(to -> play.next(o, to)).sum();
      assertThat(sum).isEqualTo(1);
    }
  }
}
