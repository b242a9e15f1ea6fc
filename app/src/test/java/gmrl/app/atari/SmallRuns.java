package gmrl.app.atari;

import gmrl.atari.ObservationShape;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.Making;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.RecordedRun;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.LearnerRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small recorded runs whose numbers can be checked by hand, through the format of the files. */
public final class SmallRuns {
  static final String BREAKOUT = "miniature Breakout (minimal actions, sticky 0.1, no ramping)";
  static final String INVADERS =
      "miniature Space Invaders (minimal actions, sticky 0.1, no ramping)";
  private static final int STRETCH = 1000;
  private static final int ROWS = 10;

  private SmallRuns() {}

  /** A run of ten stretches that got so far; its score in row i is {@code first + i}. */
  static LearnerRun run(
      String game, String label, Algorithm algorithm, long seed, int rows, double first) {
    List<LearningCurve.Point> points = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      MetaParameters start = LearningSettings.miniature(algorithm).coefficients();
      MetaParameters now =
          algorithm.meta()
              ? new MetaParameters(
                  start.gamma() + 1e-4 * i,
                  start.gaeLambda(),
                  start.valueLossCoef(),
                  start.entropyCoef())
              : start;
      points.add(
          new LearningCurve.Point(
              (long) (i + 1) * STRETCH,
              3,
              first + i,
              10,
              .5,
              1,
              .4,
              now,
              algorithm.meta() ? .1 : Double.NaN,
              algorithm.meta() && i % 4 == 0 ? .9 : Double.NaN));
    }
    RecordedRun run =
        new RecordedRun(
            game,
            label,
            LearningSettings.miniature(algorithm).withNumEnvSteps((long) ROWS * STRETCH),
            NetworkSpec.miniature(new ObservationShape(10, 10, 4), 3, algorithm.conditioned()),
            seed,
            Making.of("0.1.0", Instant.parse("2026-01-02T03:04:05Z"), 20, 4),
            new LearningCurve(points));
    return LearnerRun.of(RecordedRun.read(run.json()));
  }

  /** Three complete A2C seeds, two of MGRL-LVC of which one stopped early, and another game. */
  static List<LearnerRun> all() {
    return List.of(
        run("minatar:space_invaders", INVADERS, Algorithm.A2C, 11, ROWS, 20),
        run("minatar:breakout", BREAKOUT, Algorithm.MGRL_LVC, 12, 6, 5),
        run("minatar:breakout", BREAKOUT, Algorithm.MGRL_LVC, 11, ROWS, 3),
        run("minatar:breakout", BREAKOUT, Algorithm.A2C, 11, ROWS, 1),
        run("minatar:breakout", BREAKOUT, Algorithm.A2C, 12, ROWS, 2),
        run("minatar:breakout", BREAKOUT, Algorithm.A2C, 13, ROWS, 3));
  }

  /** So many rows of every seed; its score in row i is i. */
  public static AtariResult result(AtariSpec spec, int rows) {
    List<AtariResult.SeedRun> runs = new ArrayList<>();
    for (long seed = spec.seed(); seed < spec.seed() + spec.seeds(); seed++) {
      List<LearningCurve.Point> points = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        points.add(
            new LearningCurve.Point(
                1000L * (i + 1),
                3,
                i,
                10,
                .5,
                1,
                .4,
                new MetaParameters(.95, .9, .5, .01),
                .1,
                i % 5 == 0 ? .9 : Double.NaN));
      }
      runs.add(new AtariResult.SeedRun(seed, new LearningCurve(points), List.of(), List.of()));
    }
    return new AtariResult(spec, runs);
  }
}
