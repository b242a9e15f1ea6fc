package gmrl.experiment.atari;

import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.experiment.Ranges;
import java.util.function.UnaryOperator;

/**
 * One learner on one game, over several seeds.
 *
 * @param game what is played and how
 * @param learning the learner and all that it is told
 * @param seeds how many independent runs
 * @param seed of the first; the others follow it
 * @param points rows of each curve, one for every so many steps
 * @param diagnoseEvery every so many windows of a meta-learner plain and LVC meta-gradients are
 *     compared on the same experience; 0 for never
 */
public record AtariSpec(
    GameSpec game, LearningSettings learning, int seeds, long seed, int points, int diagnoseEvery) {
  /** Most independent runs. */
  public static final int MOST_SEEDS = 1000;

  /** Most rows of a curve. */
  public static final int MOST_POINTS = 100_000;

  private static final int POINTS = 200;
  private static final int DIAGNOSE_EVERY = 20;

  /** Checks the ranges. */
  public AtariSpec {
    Ranges.range("seeds", seeds, 1, MOST_SEEDS);
    Ranges.seeds(seed, seeds);
    Ranges.range("points", points, 1, MOST_POINTS);
    Ranges.atLeast("diagnoseEvery", diagnoseEvery, 0);
  }

  /** A learner on a game with the usual settings of both, one seed. */
  public static AtariSpec usual(GameSpec game, Algorithm algorithm) {
    return new AtariSpec(game, game.usual(algorithm), 1, 1, POINTS, DIAGNOSE_EVERY);
  }

  /** Steps of one row of a curve. */
  public long stretch() {
    return Math.max(1, learning.numEnvSteps() / points);
  }

  /** The same with changed settings of the learner. */
  public AtariSpec with(UnaryOperator<LearningSettings> change) {
    return new AtariSpec(game, change.apply(learning), seeds, seed, points, diagnoseEvery);
  }

  /** The same over other seeds. */
  public AtariSpec withSeeds(int count, long first) {
    return new AtariSpec(game, learning, count, first, points, diagnoseEvery);
  }

  /** Algorithm and game in a few words. */
  public String label() {
    return learning.algorithm().id() + " on " + game.label();
  }
}
