package gmrl.app.atari;

import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.RecordJson;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What the live learner is told.
 *
 * @param game a miniature game
 * @param algorithm which learner
 * @param alpha step size of the inner updates
 * @param innerSteps K, inner updates of one meta-gradient
 * @param environments games that are played side by side
 * @param rollout steps of each environment before an update; times the environments it is the
 *     sample size
 */
@RecordBuilder
public record LearnerKnobs(
    Miniature game,
    Algorithm algorithm,
    double alpha,
    int innerSteps,
    int environments,
    int rollout)
    implements LearnerKnobsBuilder.With {
  /** Limits of the sliders and of what may be typed. */
  static final double LEAST_ALPHA = 1e-5;

  static final double MOST_ALPHA = 0.1;
  static final int MOST_STEPS = 10;
  static final int MOST_ENVIRONMENTS = 64;
  static final int LEAST_ROLLOUT = 2;
  static final int MOST_ROLLOUT = 128;

  private static final LearningSettings USUAL = LearningSettings.miniature(Algorithm.MGRL_LVC);

  /** The board's α for a step of Adam of 1. */
  private static final double BOARD = 1000;

  /** A row of the curve for so many steps. */
  private static final int STRETCH = 1000;

  /** Plain and LVC meta-gradients are compared once in so many windows. */
  private static final int COMPARE_EVERY = 20;

  /** What a first start shows. */
  static final LearnerKnobs DEFAULT =
      new LearnerKnobs(
          Miniature.BREAKOUT,
          USUAL.algorithm(),
          USUAL.lr(),
          USUAL.meta().innerSteps(),
          USUAL.numProcesses(),
          USUAL.numSteps());

  /** Its place in the state. */
  public static final StatePart<LearnerKnobs> PART =
      new StatePart<>(
          "learner",
          "Choices about the live learner",
          DEFAULT,
          new RecordJson(
              new JsonTypes()
                  .text(Miniature.class, Miniature::id, Miniature::of)
                  .text(Algorithm.class, Algorithm::id, Algorithm::of)
                  .module()));

  /** Checks the ranges. */
  public LearnerKnobs {
    if (!(alpha >= LEAST_ALPHA && alpha <= MOST_ALPHA)) {
      throw new IllegalArgumentException(
          "α is " + alpha + ", expected " + LEAST_ALPHA + " to " + MOST_ALPHA);
    }
    if (innerSteps < 1 || innerSteps > MOST_STEPS) {
      throw new IllegalArgumentException("K is " + innerSteps + ", expected 1 to " + MOST_STEPS);
    }
    if (environments < 1 || environments > MOST_ENVIRONMENTS) {
      throw new IllegalArgumentException(
          "environments are " + environments + ", expected 1 to " + MOST_ENVIRONMENTS);
    }
    if (rollout < LEAST_ROLLOUT || rollout > MOST_ROLLOUT) {
      throw new IllegalArgumentException(
          "steps before an update are "
              + rollout
              + ", expected "
              + LEAST_ROLLOUT
              + " to "
              + MOST_ROLLOUT);
    }
  }

  /** What stands in a state. */
  static LearnerKnobs of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  LabState in(LabState state) {
    return state.with(PART, this);
  }

  /**
   * The same with K, and with α and environments from the board's α and |τ|: a step of Adam is a
   * thousandth of the board's α, and each environment plays one stretch, a trajectory, an update.
   */
  LearnerKnobs following(LabState board) {
    double adam = board.setup().alpha() / BOARD;
    return withAlpha(Math.min(MOST_ALPHA, Math.max(LEAST_ALPHA, adam)))
        .withInnerSteps(Math.min(MOST_STEPS, Math.max(1, board.setup().steps())))
        .withEnvironments(Math.min(MOST_ENVIRONMENTS, Math.max(1, board.samples())));
  }

  /** A run of it. */
  AtariSpec spec(long seed) {
    AtariSpec usual =
        AtariSpec.usual(
            new GameSpec.Mini(MiniatureSettings.of(game).withMinimalActions(true)), algorithm);
    LearningSettings told = in(usual.learning());
    return new AtariSpec(
        usual.game(), told, 1, seed, (int) (told.numEnvSteps() / STRETCH), COMPARE_EVERY);
  }

  /** Those settings with what the sliders say; game and algorithm stay what they are. */
  LearningSettings in(LearningSettings settings) {
    return settings
        .withLr(alpha)
        .withNumProcesses(environments)
        .withNumSteps(rollout)
        .withMeta(settings.meta().withInnerSteps(innerSteps));
  }
}
