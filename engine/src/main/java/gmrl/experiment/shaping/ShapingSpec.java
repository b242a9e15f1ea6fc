package gmrl.experiment.shaping;

import gmrl.experiment.Ranges;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.Samples;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;

/**
 * Which learners meet in which game, and how they see its derivatives.
 *
 * @param game where they meet
 * @param learners who meets itself, one run each
 * @param discount γ in [0, 1)
 * @param alpha α, the step that a player expects of the other, 0 or more
 * @param lambda λ, the weight of symplectic adjustment and consensus, 0 or more
 * @param rate the step that both take, 0 or more
 * @param spread standard deviation of the logits to begin with, 0 or more
 * @param inner for the gradients that second derivatives are multiplied with
 * @param hessian for second derivatives
 * @param outer for the own gradients
 * @param estimator of all that is sampled
 * @param rollout steps of a sampled game, 1 … 10 000
 * @param updates of each seed, 1 … 100 000
 * @param trials estimates of the first direction, for its bias and variance; 2 … 1 000 000
 * @param seed first seed; the others follow it
 * @param seeds number of seeds, 1 … 1000
 */
@RecordBuilder
public record ShapingSpec(
    ShapingGame game,
    LearnerList learners,
    double discount,
    double alpha,
    double lambda,
    double rate,
    double spread,
    Samples inner,
    Samples hessian,
    Samples outer,
    GameEstimator estimator,
    int rollout,
    int updates,
    int trials,
    long seed,
    int seeds)
    implements ShapingSpecBuilder.With {

  /** All learners with exact derivatives in the iterated prisoner's dilemma. */
  public static final ShapingSpec DEFAULT =
      new ShapingSpec(
          new ShapingGame.Repeated(MatrixGame.prisonersDilemma()),
          LearnerList.ALL,
          0.96,
          1,
          1,
          1,
          1,
          new Samples.Exact(),
          new Samples.Exact(),
          new Samples.Exact(),
          GameEstimator.DICE_BASELINE,
          100,
          200,
          200,
          0,
          6);

  /**
   * What is asked for where nothing but the game is said: with steps as long as those in repeated
   * games all learners would leave the tandem game and the rotation for ever larger numbers.
   */
  public static ShapingSpec usual(ShapingGame game) {
    ShapingSpec spec = DEFAULT.with().game(game).build();
    return game.isQuadratic() ? spec.with().alpha(0.2).lambda(0.2).rate(0.1).build() : spec;
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and what was expected
   */
  public ShapingSpec {
    if (!(discount >= 0 && discount < 1)) {
      throw new IllegalArgumentException("gamma is " + discount + ", expected a value in [0, 1)");
    }
    Ranges.nonNegative("alpha", alpha);
    Ranges.nonNegative("lambda", lambda);
    Ranges.nonNegative("rate", rate);
    Ranges.nonNegative("spread", spread);
    drawn("inner", inner);
    drawn("hessian", hessian);
    drawn("outer", outer);
    if (!(game instanceof ShapingGame.Repeated) && !isExact(inner, hessian, outer)) {
      throw new IllegalArgumentException(
          "slots are %s, %s and %s in %s, expected exact: it has no rollouts"
              .formatted(inner, hessian, outer, game.token()));
    }
    Ranges.range("rollout", rollout, 1, 10_000);
    Ranges.range("updates", updates, 1, 100_000);
    Ranges.range("trials", trials, 2, 1_000_000);
    Ranges.range("seeds", seeds, 1, 1000);
    Ranges.seeds(seed, seeds);
  }

  private static void drawn(String slot, Samples samples) {
    if (!(samples instanceof Samples.Exact) && !(samples instanceof Samples.Fresh)) {
      throw new IllegalArgumentException(
          slot + " is " + samples + ", expected a number of trajectories or exact");
    }
  }

  private static boolean isExact(Samples... slots) {
    return Arrays.stream(slots).allMatch(slot -> slot instanceof Samples.Exact);
  }
}
