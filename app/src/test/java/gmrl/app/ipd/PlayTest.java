package gmrl.app.ipd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartAxis;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.MatrixGame;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
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

  /** Two of them stand in a cell, and a game of one's own may have any. */
  @Test
  void payoffsOfAnySizeAreShort() {
    assertThat(PlayView.number(-1)).isEqualTo("−1");
    assertThat(PlayView.number(0.25)).isEqualTo("0.25");
    assertThat(PlayView.number(0)).isEqualTo("0");
    assertThat(PlayView.number(-1e300)).isEqualTo("−1e300");
    assertThat(PlayView.number(1_234_567_890)).isEqualTo("1.23e9");
    assertThat(PlayView.number(1e-7)).isEqualTo("1e−7");
  }

  /** A game in which nothing matters can be played and looked at like every other. */
  @Test
  void returnsThatAreAllOneNumberHaveAnAxisAroundThem() {
    for (double payoff : new double[] {0, 1, -40}) {
      double[][] all = {{payoff, payoff}, {payoff, payoff}};
      LolaStudy study =
          new LolaFamily()
              .read(
                  JsonView.parse(
                      "spec",
                      "{\"game\": {\"name\": \"own\", \"actions\": [\"a\", \"b\"], \"payoff1\": %s, \"payoff2\": %s}}"
                          .formatted(Arrays.deepToString(all), Arrays.deepToString(all))));
      ChartAxis y =
          IpdCharts.returns(study.conditions(), List.of(), false, OptionalInt.empty(), 1).y();
      assertThat(y.low()).isLessThan(payoff);
      assertThat(y.high()).isGreaterThan(payoff);
    }
  }
}
