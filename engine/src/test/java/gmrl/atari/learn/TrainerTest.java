package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.atari.Episode;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {
  private static final int ENVIRONMENTS = 8;

  private static LearningSettings settings(Algorithm algorithm) {
    return LearningSettings.published(algorithm)
        .withNumProcesses(ENVIRONMENTS)
        .withNumEnvSteps(24_000)
        .withLr(5e-3);
  }

  private static Trainer start(LearningSettings settings, long seed) {
    VectorEnvironment environments = Corridor.vector(ENVIRONMENTS, 20, seed);
    return Trainer.start(
        settings, NetworkSpec.dense(environments.shape(), 2, 16, false), environments, seed);
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void everyAlgorithmLearnsToLeaveTheCorridor(Algorithm algorithm) {
    Trainer trainer = start(settings(algorithm), 3);
    List<Episode> early = new ArrayList<>();
    List<Episode> late = new ArrayList<>();
    while (trainer.steps() < 16_000) {
      UpdateReport report = trainer.update();
      (report.steps() <= 1_000 ? early : late)
          .addAll(
              report.steps() <= 1_000 || report.steps() > 12_000 ? report.episodes() : List.of());
    }
    // A random walk runs into the limit of 20 or nearly so; the best policy needs 6.2 decisions.
    assertThat(length(early)).isGreaterThan(13);
    assertThat(length(late)).isLessThan(9);
  }

  private static double length(List<Episode> episodes) {
    return episodes.stream().mapToInt(Episode::length).average().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void aResumedRunGoesOnBitForBit(Algorithm algorithm) {
    LearningSettings settings =
        settings(algorithm)
            .withMeta(
                MetaSettings.published()
                    .withOuter(OuterLoss.published().withCritic(OuterLoss.Critic.OWN)));
    Trainer whole = start(settings, 4);
    for (int i = 0; i < 5; i++) {
      whole.update();
    }
    Checkpoint middle = whole.checkpoint();
    VectorEnvironment others = Corridor.vector(ENVIRONMENTS, 20, 99);
    Trainer second =
        Trainer.resume(settings, NetworkSpec.dense(others.shape(), 2, 16, false), others, middle);
    for (int i = 0; i < 5; i++) {
      UpdateReport expected = whole.update();
      UpdateReport report = second.update();
      assertThat(report.steps()).isEqualTo(expected.steps());
      assertThat(report.valueLoss()).isEqualTo(expected.valueLoss());
      assertThat(report.coefficients()).isEqualTo(expected.coefficients());
      assertThat(report.episodes()).isEqualTo(expected.episodes());
    }
    for (int i = 0; i < whole.parameters().tensors().size(); i++) {
      assertThat(second.parameters().tensors().get(i).data())
          .containsExactly(whole.parameters().tensors().get(i).data());
    }
  }

  @Test
  void onlyWhatIsLearntMoves() {
    LearningSettings settings =
        settings(Algorithm.MGRL)
            .withMeta(
                MetaSettings.published().withLearned(EnumSet.of(MetaParameters.Name.GAE_LAMBDA)));
    Trainer trainer = start(settings, 1);
    MetaParameters after = trainer.update().coefficients();
    MetaParameters before = settings.coefficients();
    assertThat(after.gamma()).isCloseTo(before.gamma(), within(1e-15));
    assertThat(after.entropyCoef()).isCloseTo(before.entropyCoef(), within(1e-15));
    // Adam's first step is the step size, through the logistic function.
    double slope = before.gaeLambda() * (1 - before.gaeLambda());
    assertThat(Math.abs(after.gaeLambda() - before.gaeLambda()))
        .isCloseTo(1e-3 * slope, within(1e-6));
  }

  @Test
  void aWindowCostsKNewBatchesAfterTheFirst() {
    Trainer trainer = start(settings(Algorithm.MGRL_LVC), 1);
    assertThat(trainer.update().steps()).isEqualTo(4 * 5 * ENVIRONMENTS);
    assertThat(trainer.update().steps()).isEqualTo(7 * 5 * ENVIRONMENTS);
    UpdateReport third = trainer.update(true);
    assertThat(third.updates()).isEqualTo(9);
    assertThat(third.rate()).isCloseTo(5e-3 * (1 - 9.0 * 5 * ENVIRONMENTS / 24_000), within(1e-12));
    Diagnosis diagnosis = third.meta().diagnosis();
    assertThat(diagnosis.lvc().total()).isEqualTo(third.meta().gradient());
    assertThat(diagnosis.cosine()).isBetween(-1.0, 1.0).isNotEqualTo(1);
  }

  @Test
  void aDiagnosisChangesNothing() {
    Trainer plain = start(settings(Algorithm.MGRL), 6);
    Trainer looking = start(settings(Algorithm.MGRL), 6);
    for (int i = 0; i < 3; i++) {
      assertThat(looking.update(true).meta().gradient())
          .isEqualTo(plain.update(false).meta().gradient());
    }
  }

  @Test
  void settingsChangeFromTheNextUpdateOn() {
    Trainer trainer = start(settings(Algorithm.MGRL), 1);
    trainer.update();
    trainer.change(
        trainer.settings().withNumSteps(7).withMeta(MetaSettings.published().withInnerSteps(1)),
        () -> new Corridor(20, 1));
    long before = trainer.steps();
    assertThat(trainer.update().steps()).isEqualTo(before + 7 * ENVIRONMENTS);
    assertThatThrownBy(() -> trainer.change(settings(Algorithm.A2C), () -> new Corridor(20, 1)))
        .hasMessageContaining("algorithm");
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"A2C", "MGRL"})
  void moreOrFewerEnvironmentsFromTheNextUpdateOnWhileTheOthersPlayOn(Algorithm algorithm) {
    Trainer trainer = start(settings(algorithm), 1);
    int batches = algorithm.meta() ? 3 : 1;
    trainer.update();
    long[] first = trainer.checkpoint().environments().states().get(0);
    AtomicInteger opened = new AtomicInteger();
    trainer.change(
        trainer.settings().withNumProcesses(11),
        () -> new Corridor(20, 100 + opened.incrementAndGet()));
    assertThat(opened).hasValue(3);
    assertThat(trainer.checkpoint().environments().states()).hasSize(11);
    assertThat(trainer.checkpoint().environments().states().get(0)).isEqualTo(first);
    long before = trainer.steps();
    assertThat(trainer.update().steps()).isEqualTo(before + batches * 5L * 11);
    trainer.change(
        trainer.settings().withNumProcesses(2),
        () -> {
          throw new AssertionError("none comes");
        });
    before = trainer.steps();
    assertThat(trainer.update().steps()).isEqualTo(before + batches * 5L * 2);
    // What was learnt is kept, and a run with another number of games can be resumed.
    Trainer resumed =
        Trainer.resume(
            trainer.settings(),
            NetworkSpec.dense(Corridor.vector(1, 20, 1).shape(), 2, 16, false),
            Corridor.vector(2, 20, 7),
            trainer.checkpoint());
    assertThat(resumed.update().valueLoss()).isEqualTo(trainer.update().valueLoss());
  }

  @Test
  void atATimeLimitTheTargetLooksBeyond() {
    float[] zeros = new float[4 * 5];
    Segment segment =
        new Segment(
            2,
            1,
            Corridor.vector(1, 9, 1).shape(),
            java.util.Arrays.copyOf(zeros, 15),
            new int[2],
            new float[] {1, 2},
            new boolean[2],
            List.of(new Segment.Cut(0, new float[5])),
            new float[] {10, 20, 30},
            new float[] {7});
    Variable gamma = Variable.of(new float[] {0.5f}, 1);
    Variable lambda = Variable.of(new float[] {1}, 1);
    float last = 2 + 0.5f * 30;
    assertThat(segment.rollout(TimeLimit.BOOTSTRAP).returns(gamma, lambda).toFloats())
        .containsExactly(1 + 0.5f * 7, last);
    assertThat(segment.rollout(TimeLimit.VALUE_IN_PLACE).returns(gamma, lambda).toFloats())
        .containsExactly(10, last);
    assertThat(segment.rollout(TimeLimit.TERMINAL).returns(gamma, lambda).toFloats())
        .containsExactly(1, last);
  }

  @Test
  void actionsAreDrawnWithTheirProbabilities() {
    float[] logs = new float[3 * 20_000];
    double[] p = {0.2, 0.5, 0.3};
    for (int i = 0; i < logs.length; i++) {
      logs[i] = (float) Math.log(p[i % 3]);
    }
    int[] chosen = Actor.sample(logs, 3, new StatefulRandom(5));
    for (int a = 0; a < 3; a++) {
      int action = a;
      double share = java.util.Arrays.stream(chosen).filter(c -> c == action).count() / 20_000.0;
      assertThat(share).isCloseTo(p[a], within(4 * Math.sqrt(p[a] * (1 - p[a]) / 20_000)));
    }
  }
}
