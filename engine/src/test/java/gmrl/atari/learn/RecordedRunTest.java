package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.atari.Environment;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureGame;
import gmrl.atari.mini.MiniatureSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A learner on a miniature game: its curve, its record, and going on from a checkpoint. */
class RecordedRunTest {
  private static final LearningSettings SETTINGS =
      LearningSettings.miniature(Algorithm.MGRL_LVC).withNumProcesses(4).withNumSteps(5);

  private static VectorEnvironment games(long seed) {
    StatefulRandom seeds = new StatefulRandom(seed);
    List<Environment> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(
          new MiniatureGame(
              MiniatureSettings.of(Miniature.BREAKOUT), new StatefulRandom(seeds.nextLong())));
    }
    return new VectorEnvironment(all, 1);
  }

  private static NetworkSpec network(VectorEnvironment games) {
    return NetworkSpec.miniature(games.shape(), games.actions(), true);
  }

  @Test
  void aRunOnMiniatureGamesGoesOnBitForBit() {
    VectorEnvironment games = games(1);
    Trainer whole = Trainer.start(SETTINGS, network(games), games, 7);
    whole.update();
    Checkpoint middle = whole.checkpoint();
    VectorEnvironment others = games(2);
    Trainer second = Trainer.resume(SETTINGS, network(others), others, middle);
    for (int i = 0; i < 3; i++) {
      UpdateReport expected = whole.update();
      UpdateReport report = second.update();
      assertThat(report.meta().gradient()).isEqualTo(expected.meta().gradient());
      assertThat(report.episodes()).isEqualTo(expected.episodes());
    }
    for (int i = 0; i < whole.parameters().tensors().size(); i++) {
      assertThat(second.parameters().tensors().get(i).data())
          .containsExactly(whole.parameters().tensors().get(i).data());
    }
  }

  @Test
  void aRecordIsReadBackAsItWasWritten() {
    VectorEnvironment games = games(1);
    Trainer trainer = Trainer.start(SETTINGS, network(games), games, 7);
    CurveRecorder recorder = new CurveRecorder(100, new LearningCurve(List.of()));
    int episodes = 0;
    int points = 0;
    for (int i = 0; i < 8; i++) {
      UpdateReport report = trainer.update(i % 2 == 0);
      episodes += report.episodes().size();
      points += recorder.add(report) ? 1 : 0;
    }
    LearningCurve curve = recorder.curve();
    assertThat(curve.points()).hasSize(points);
    // The last report's stretch may be under way.
    assertThat(curve.points().stream().mapToInt(LearningCurve.Point::episodes).sum())
        .isBetween(1, episodes);
    RecordedRun run =
        new RecordedRun(
            "minatar:breakout",
            games.label(),
            SETTINGS,
            network(games),
            7,
            new Making(
                "test", Instant.parse("2026-01-02T03:04:05Z"), 1.5, 1.25, List.of(3L, 5L), 5),
            curve);
    RecordedRun back = RecordedRun.read(run.json());
    assertThat(back.json()).isEqualTo(run.json());
    assertThat(back.settings()).isEqualTo(SETTINGS);
    assertThat(back.network()).isEqualTo(network(games));
    assertThat(back.made()).isEqualTo(run.made());
    assertThat(back.complete()).isFalse();
    LearningCurve.Point first = back.curve().points().get(0);
    assertThat(first.steps()).isEqualTo(curve.points().get(0).steps());
    assertThat(first.cosine()).isCloseTo(curve.points().get(0).cosine(), within(1e-4));
    assertThatThrownBy(() -> RecordedRun.read("{\"format\":\"other\"}"))
        .hasMessageContaining("expected \"gmrl recorded run 1\"");
    assertThatThrownBy(() -> RecordedRun.read("{")).hasMessageContaining("must be JSON");
  }

  @Test
  void aResumedCurveGoesOnWhereItStopped() {
    LearningCurve.Point point =
        new LearningCurve.Point(
            100, 2, 3, 4, 0, 0, 0, new MetaParameters(0.9, 0.9, 0.5, 0.1), Double.NaN, Double.NaN);
    CurveRecorder recorder = new CurveRecorder(100, new LearningCurve(List.of(point)));
    UpdateReport early =
        new UpdateReport(150, 1, 0, 1, 0, 0, 0, point.coefficients(), null, List.of());
    UpdateReport late =
        new UpdateReport(200, 2, 0, 3, 0, 0, 0, point.coefficients(), null, List.of());
    assertThat(recorder.add(early)).isFalse();
    assertThat(recorder.add(late)).isTrue();
    LearningCurve.Point second = recorder.curve().points().get(1);
    assertThat(second.valueLoss()).isEqualTo(2);
    assertThat(second.score()).isNaN();
    assertThat(recorder.curve().scoreAfter(0)).isEqualTo(3);
    assertThat(recorder.curve().scoreAfter(100)).isNaN();
  }
}
