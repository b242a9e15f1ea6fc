package gmrl.ipd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.mdp.Estimator;
import gmrl.meta.Measures;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LolaRunTest {
  private static final LolaConfig SMALL =
      LolaConfig.DEFAULT
          .with()
          .rollout(20)
          .inner(new Samples.Fresh(16))
          .outer(new Samples.Fresh(16))
          .build();
  private static final LolaRun.Parallel THREADS =
      (count, task) -> IntStream.range(0, count).parallel().forEach(task);

  @Test
  void threadsAndStridesDoNotTouchTheNumbers() {
    LolaRun alone = new LolaRun(SMALL, 5, 4);
    LolaRun together = new LolaRun(SMALL, 5, 4);
    alone.advance(12, LolaRun.Parallel.SEQUENTIAL, () -> false);
    for (int stride : new int[] {1, 5, 6}) {
      together.advance(stride, THREADS, () -> false);
    }
    assertThat(together.snapshot().updates()).isEqualTo(12);
    for (int i = 0; i < 4; i++) {
      SeedHistory expected = alone.snapshot().seeds().get(i);
      SeedHistory actual = together.snapshot().seeds().get(i);
      assertThat(actual.seed()).isEqualTo(5 + i);
      assertThat(actual.last().state().theta(0)).isEqualTo(expected.last().state().theta(0));
      assertThat(actual.last().correlation()).isEqualTo(expected.last().correlation());
    }
  }

  @Test
  void snapshotsStayAsTheyWereAndRewindingRepeatsThePath() {
    LolaRun run = new LolaRun(SMALL, 1, 2);
    run.advance(3, THREADS, () -> false);
    LolaSnapshot early = run.snapshot();
    run.advance(9, THREADS, () -> false);
    LolaSnapshot late = run.snapshot();
    run.rewind(5);
    assertThat(run.snapshot().updates()).isEqualTo(5);
    run.advance(7, THREADS, () -> false);
    assertThat(early.updates()).isEqualTo(3);
    assertThat(late.updates()).isEqualTo(12);
    assertThat(run.snapshot().seeds().get(1).last().returns())
        .isEqualTo(late.seeds().get(1).last().returns());
    assertThatThrownBy(() -> run.rewind(13)).hasMessageContaining("expected 0 to 12");
    assertThatThrownBy(() -> new LolaRun(SMALL, 1, 0)).hasMessageContaining("number of seeds is 0");
  }

  @Test
  void cancellingKeepsWhatWasDone() {
    LolaRun run = new LolaRun(SMALL, 1, 3);
    AtomicInteger polls = new AtomicInteger();
    run.advance(1000, LolaRun.Parallel.SEQUENTIAL, () -> polls.incrementAndGet() > 30);
    assertThat(run.snapshot().seeds().get(0).size()).isEqualTo(31);
    assertThat(run.snapshot().updates()).isZero();
  }

  @Test
  void diceIsUnbiasedAndLvcIsNot() {
    // A short horizon forgets nothing: γ^20 is 1e-6 here, so only the estimators' own bias is left.
    LolaConfig base =
        SMALL
            .with()
            .discount(.5)
            .innerRate(3)
            .inner(new Samples.Exact())
            .hessian(new Samples.Fresh(64))
            .outer(new Samples.Exact())
            .build();
    LolaState state =
        LolaState.starting(new double[] {.3, -.2, .8, -.5, .1}, new double[] {-.4, .6, .2, .1, -1});
    for (GameEstimator estimator : GameEstimator.values()) {
      Measures measures =
          LolaBias.at(base.with().estimator(estimator).build(), state, 1, 4000, 9, () -> false);
      assertThat(measures.trials()).isEqualTo(4000);
      if (estimator == GameEstimator.LVC) {
        assertThat(measures.biasSquared().low()).isGreaterThan(0);
        assertThat(measures.relativeBias().value()).isGreaterThan(.02);
      } else {
        assertThat(measures.biasSquared().low()).as(estimator.label()).isLessThan(1e-3);
        for (int i = 0; i < 5; i++) {
          double z =
              (measures.mean()[i] - LolaBias.at(exact(base), state, 1, 1, 0, () -> false).mean()[i])
                  / measures.standardError()[i];
          assertThat(z).as(estimator.label() + " entry " + i).isCloseTo(0, within(4.0));
        }
      }
      assertThat(measures.innerError()).hasSize(1).containsOnly(0);
    }
  }

  private static LolaConfig exact(LolaConfig config) {
    return config.with().hessian(new Samples.Exact()).build();
  }

  @Test
  void aWrongModelOfTheOpponentIsBias() {
    LolaConfig modelled =
        SMALL.with().inner(new Samples.Exact()).outer(new Samples.Exact()).opponentModel(4).build();
    LolaLearner learner = new LolaLearner(modelled, 2);
    learner.update();
    LolaUpdate second = learner.update();
    assertThat(second.meanRelativeError()).isPositive();
    Measures measures = LolaBias.at(modelled, second.state(), 0, 3, 1, () -> false);
    assertThat(measures.variance()).isLessThan(1e-20);
    assertThat(measures.gradMse()).isPositive();
  }

  /**
   * One name for one thing, whichever family wrote it; the reference's short name is understood.
   */
  @Test
  void namesOfDiceMeanTheSameInBothFamilies() {
    assertThat(GameEstimator.named("dice")).isEqualTo(GameEstimator.DICE_BASELINE);
    for (GameEstimator estimator : GameEstimator.values()) {
      assertThat(GameEstimator.named(estimator.label())).isEqualTo(estimator);
    }
    assertThat(GameEstimator.DICE_BASELINE.label()).isEqualTo(Estimator.DICE_BASELINE.token());
    assertThat(Estimator.parse(GameEstimator.DICE.label())).isEqualTo(Estimator.DICE);
  }
}
