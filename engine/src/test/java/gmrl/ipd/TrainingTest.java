package gmrl.ipd;

import static gmrl.ipd.Golden.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
  private static final Samples EXACT = new Samples.Exact();
  private static final LolaConfig SMALL =
      LolaConfig.DEFAULT
          .with()
          .rollout(20)
          .lookaheads(2)
          .inner(new Samples.Fresh(17))
          .outer(new Samples.Fresh(18))
          .build();

  @Test
  void exactLearnersWalkTheRecordedPaths() {
    JsonNode golden = Golden.read("ipd_exact.json");
    for (JsonNode run : golden.get("training")) {
      LolaConfig config =
          LolaConfig.DEFAULT
              .with()
              .lookaheads(run.get("K").intValue())
              .outerRate(golden.get("lr_out").doubleValue())
              .inner(EXACT)
              .outer(EXACT)
              .build();
      JsonNode checkpoints = run.get("checkpoints");
      LolaLearner learner =
          new LolaLearner(
              config,
              0,
              LolaState.starting(
                  vector(checkpoints.get(0).get("theta1")),
                  vector(checkpoints.get(0).get("theta2"))));
      for (JsonNode checkpoint : checkpoints) {
        LolaUpdate record = learner.record();
        while (record.update() < checkpoint.get("update").intValue()) {
          record = learner.update();
          assertThat(record.meanRelativeError()).isZero();
        }
        assertThat(record.state().theta(0))
            .containsExactly(vector(checkpoint.get("theta1")), within(1e-8));
        assertThat(record.state().theta(1))
            .containsExactly(vector(checkpoint.get("theta2")), within(1e-8));
        assertThat(record.exactValues()[0])
            .isCloseTo(checkpoint.get("value1").doubleValue(), within(1e-7));
        assertThat(record.exactValues()[1])
            .isCloseTo(checkpoint.get("value2").doubleValue(), within(1e-7));
      }
    }
  }

  @Test
  void theExactCurveIsTheReferenceProgramsOwn() {
    JsonNode run = Golden.read("ipd_curves_exact.json").get("runs").get(0);
    LolaLearner learner =
        new LolaLearner(LolaConfig.DEFAULT.with().inner(EXACT).outer(EXACT).build(), 0);
    int checked = 0;
    for (int index = 0; index < 500; index++) {
      // The reference counts an update's index from 0 and records after it.
      LolaUpdate record = learner.update();
      for (JsonNode checkpoint : run.get("theta_checkpoints")) {
        if (checkpoint.get("update").intValue() == index) {
          assertThat(record.state().theta(0))
              .containsExactly(vector(checkpoint.get("theta1")), within(1e-8));
          assertThat(record.state().theta(1))
              .containsExactly(vector(checkpoint.get("theta2")), within(1e-8));
          checked++;
        }
      }
      for (int i = 0; i < run.get("updates").size(); i++) {
        if (run.get("updates").get(i).intValue() == index) {
          assertThat(record.exactValues())
              .containsExactly(vector(run.get("exact_value").get(i)), within(1e-7));
          checked++;
        }
      }
    }
    assertThat(checked).isEqualTo(run.get("theta_checkpoints").size() + run.get("updates").size());
  }

  @ParameterizedTest
  @EnumSource(GameEstimator.class)
  void aPathIsRepeatedAndCanBeTakenUpAnywhere(GameEstimator estimator) {
    LolaConfig config =
        SMALL.with().estimator(estimator).hessian(new Samples.Fresh(5)).opponentModel(9).build();
    LolaLearner first = new LolaLearner(config, 7);
    LolaState middle = first.state();
    for (int i = 0; i < 6; i++) {
      if (i == 3) {
        middle = first.state();
      }
      first.update();
    }
    LolaLearner again = new LolaLearner(config, 7, middle);
    LolaLearner other = new LolaLearner(config, 8, middle);
    for (int i = 0; i < 3; i++) {
      again.update();
      other.update();
    }
    assertThat(again.state().theta(0)).containsExactly(first.state().theta(0));
    assertThat(again.state().values(1)).containsExactly(first.state().values(1));
    assertThat(other.state().theta(0)).isNotEqualTo(first.state().theta(0));
    again.restore(middle);
    again.update();
    assertThat(again.state().update()).isEqualTo(4);
  }

  @Test
  void learnersWithoutLookaheadDefect() {
    LolaLearner naive = new LolaLearner(LolaConfig.DEFAULT.with().lookaheads(0).build(), 1);
    LolaUpdate last = naive.record();
    for (int i = 0; i < 150; i++) {
      last = naive.update();
    }
    assertThat(last.meanReturn()).isLessThan(-1.9);
    assertThat(last.cooperationRate()[0]).isLessThan(.1);
  }

  @Test
  void exactLolaCooperates() {
    LolaLearner lola = new LolaLearner(SMALL.with().inner(EXACT).outer(EXACT).build(), 1);
    LolaUpdate last = lola.record();
    for (int i = 0; i < 200; i++) {
      last = lola.update();
    }
    assertThat(last.meanReturn()).isGreaterThan(-1.1);
  }

  @Test
  void replayUsesAFullBufferAndReproduces() {
    Samples replay = new Samples.Replay(16, 64);
    LolaConfig config = SMALL.with().lookaheads(1).inner(replay).build();
    LolaLearner a = new LolaLearner(config, 3);
    LolaLearner b = new LolaLearner(config, 3);
    for (int i = 0; i < 5; i++) {
      a.update();
      b.update();
    }
    assertThat(a.state().theta(1)).containsExactly(b.state().theta(1));
    for (Samples hessian : new Samples[] {new Samples.Fresh(16), replay, EXACT}) {
      LolaUpdate mixed = new LolaLearner(config.with().hessian(hessian).build(), 3).update();
      assertThat(mixed.meanRelativeError()).isFinite().isPositive();
    }
  }

  @Test
  void badSettingsAreNamed() {
    assertThatThrownBy(() -> LolaConfig.DEFAULT.with().rollout(0).build())
        .hasMessage("rollout length is 0, expected 1 to 10000");
    assertThatThrownBy(() -> LolaConfig.DEFAULT.with().innerRate(Double.NaN).build())
        .hasMessageContaining("inner learning rate is NaN");
    assertThatThrownBy(() -> Samples.parse("inner samples", "many", false))
        .hasMessage("inner samples is 'many', expected a number of trajectories or 'exact'");
    assertThatThrownBy(() -> new Samples.Fresh(0)).hasMessageContaining("batch size is 0");
    assertThatThrownBy(() -> new Samples.Replay(100, 1024))
        .hasMessageContaining("expected a multiple of the batch size 100");
    assertThatThrownBy(
            () -> LolaConfig.DEFAULT.with().outer(new Samples.Fresh(1 << 20)).rollout(1000).build())
        .hasMessageContaining("needs 1000 MB");
    assertThatThrownBy(() -> LolaConfig.DEFAULT.with().outer(new Samples.AsInner()).build())
        .hasMessageContaining("outer samples are 'shared'");
  }
}
