package gmrl.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.rooms.Rooms;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.TrialBank;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Learners of several families as plots of lessons. */
class LearningTest {
  private static final String COIN =
      """
      coin:
              base: {updates: 4, batch: 4, seeds: 2, size: 2}
              learners:
                - {label: naive, lookaheads: 0}
                - {label: LOLA, lookaheads: 1}
            show: own-share
            sliders: {lookaheads: [0, 3], samples: [2, 8]}\
      """;

  private static final String GAME =
      """
      atari:
              base: {game: {name: "minatar:breakout"}, algorithm: mgrl, points: 2}
              learners:
                - {label: one, learning: {num_env_steps: 600, num_processes: 2}}
            show: gamma
            sliders: {meta-rate: [0.001, 0.1]}\
      """;

  private static final String CHAIN =
      """
      outer-critic: {updates: 100}
            sliders: {start: [0.9, 0.999]}\
      """;

  private static Illustration shown(String plot) {
    String text =
        """
        lesson: Small
        about: Small.
        minutes: 10
        steps:
          - title: Look
            text: t
            plot:
              %s
        """
            .formatted(plot);
    return LessonFile.parse("small.yaml", text, Rooms.illustrators(TrialBank.none()))
        .steps()
        .get(0)
        .plot()
        .orElseThrow()
        .shown();
  }

  private static ChartModel drawn(Illustration shown) {
    try (Workers workers = new Workers(1)) {
      return shown.experiment().run(workers, new CancellationToken(), (done, chart) -> {});
    }
  }

  @Test
  void eachPairOfTheCoinGameHasItsMeanAndItsSeeds() {
    Illustration coin = shown(COIN);
    ChartModel chart = drawn(coin);
    assertThat(chart.series())
        .extracting(ChartSeries::name)
        .containsExactly("naive", "LOLA", "single seeds, naive", "single seeds, LOLA");
    assertThat(chart.series().get(2).role()).isEqualTo(Role.SINGLE_RUN);
    assertThat(chart.series().get(0).style()).isNotEqualTo(chart.series().get(1).style());
    assertThat(chart.x().high()).isEqualTo(4);
    assertThat(coin.columns()).startsWith(0.0).endsWith(4.0);
  }

  @Test
  void aSliderTurnsAllLearnersAndASeedReachesAll() {
    Illustration coin = shown(COIN);
    assertThat(coin.value("lookaheads")).isZero();
    Illustration same = coin.with("lookaheads", 1);
    List<ChartSeries> series = drawn(same).series();
    assertThat(series.get(0).points()).isEqualTo(series.get(1).points());
    assertThat(coin.withSeed(9).seed()).isEqualTo(9);
    assertThat(drawn(coin.withSeed(9)).series()).isNotEqualTo(drawn(coin).series());
    assertThat(coin.with("samples", 6).value("samples")).isEqualTo(6);
  }

  @Test
  void aLearnerOnAGameTrainsAndItsOwnStepSizeCanBeTurned() {
    Illustration game = shown(GAME);
    ChartModel chart = drawn(game);
    assertThat(chart.y().label()).contains("γ");
    assertThat(chart.series().get(0).points()).isNotEmpty();
    double slow = end(chart);
    assertThat(slow).isBetween(0.98, 0.999);
    assertThat(end(drawn(game.with("meta-rate", 0.1)))).isNotEqualTo(slow);
  }

  @Test
  void theTwoCriticsPartFromWhereTheyBegin() {
    Illustration chain = shown(CHAIN).with("start", 0.992);
    ChartModel chart = drawn(chain);
    for (ChartSeries one : chart.series()) {
      assertThat(one.points().get(0).y()).isCloseTo(0.992, within(1e-9));
    }
    assertThat(end(chart)).as("shared").isLessThan(0.992);
    assertThat(chart.series().get(1).points().get(5).y()).as("its own").isGreaterThan(0.992);
    assertThat(chain.recorded()).as("nothing is random").isTrue();
  }

  private static double end(ChartModel chart) {
    List<gmrl.app.chart.ChartPoint> points = chart.series().get(0).points();
    return points.get(points.size() - 1).y();
  }

  @Test
  void whatIsWrongIsNamedWithFileLineAndExpectation() {
    assertThatThrownBy(() -> shown(COIN.replace("lookaheads: 1}", "lookaheads: 77}")))
        .hasMessageContaining("small.yaml line ")
        .hasMessageContaining("77")
        .hasMessageContaining("expected 0 to 10");
    assertThatThrownBy(() -> shown(COIN.replace("label: LOLA", "label: naive")))
        .hasMessageContaining("learners")
        .hasMessageContaining("labels of their own");
    assertThatThrownBy(() -> shown(CHAIN.replace("updates: 100", "updates: 1")))
        .hasMessageContaining("updates is 1, expected 10 to 100000");
  }
}
