package gmrl.ipd.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.RepeatedGame;
import gmrl.meta.Measures;
import gmrl.meta.TrialAccumulator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Learners against hand-made games, finite differences, each other and their estimates. */
class LearnerTest {
  private static final double[][] THETA = {{0.3, -0.5, 0.2, 0.9, -0.1}, {0.1, 0.4, -0.7, 0.2, 0.6}};

  private static double[] settle(Learner learner, QuadraticGame game, double alpha, int steps) {
    double[][] at = {{0.7}, {-0.2}};
    double[][] direction = new double[2][1];
    for (int i = 0; i < steps; i++) {
      game.moveTo(at[0], at[1]);
      learner.direction(game, game, game, alpha, alpha, direction);
      for (int player = 0; player < 2; player++) {
        at[player][0] += 0.05 * direction[player][0];
      }
    }
    return new double[] {at[0][0], at[1][0]};
  }

  @ParameterizedTest
  @EnumSource(value = Learner.class, names = "POLA", mode = EnumSource.Mode.EXCLUDE)
  void inTheTandemGameLolaAloneMissesTheFixedPoints(Learner learner) {
    double[] end = settle(learner, QuadraticGame.tandem(), 0.1, 2000);
    double expected = learner == Learner.LOLA ? (1 - 0.2) / (1 - 0.4) : 1;
    assertThat(end[0] + end[1]).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(value = Learner.class, names = "POLA", mode = EnumSource.Mode.EXCLUDE)
  void whereNaiveLearnersCircleOutwardsTheOthersComeHome(Learner learner) {
    double[] end = settle(learner, QuadraticGame.rotation(), 0.5, 2000);
    double radius = Math.hypot(end[0], end[1]);
    if (learner == Learner.NAIVE) {
      assertThat(radius).isGreaterThan(5);
    } else {
      assertThat(radius).isLessThan(1e-3);
    }
  }

  /** ∂/∂θ_i of V_i(θ_i, θ_j + α ∂V_j/∂θ_j) differs from LOLA's direction by O(α²) only. */
  @Test
  void lolaIsTheSlopeOfTheValueBehindTheOthersStep() {
    DifferentiableGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), 0.9).derivatives();
    game.moveTo(THETA[0], THETA[1]);
    double[][] naive = direction(Learner.NAIVE, game, 0);
    double last = Double.NaN;
    for (double alpha : new double[] {1e-2, 1e-3}) {
      game.moveTo(THETA[0], THETA[1]);
      double[][] lola = direction(Learner.LOLA, game, alpha);
      double worst = 0;
      for (int i = 0; i < 2; i++) {
        for (int s = 0; s < game.size(); s++) {
          double slope = (ahead(i, s, 1e-5, alpha) - ahead(i, s, -1e-5, alpha)) / 2e-5;
          worst = Math.max(worst, Math.abs(slope - lola[i][s]));
          assertThat(Math.abs(slope - lola[i][s]))
              .isLessThan(0.2 * Math.abs(slope - naive[i][s]) + 1e-5);
        }
      }
      if (alpha < 1e-2) {
        assertThat(worst).isLessThan(last / 50);
      }
      last = worst;
    }
  }

  private static double ahead(int player, int entry, double move, double alpha) {
    DifferentiableGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), 0.9).derivatives();
    double[][] theta = {THETA[0].clone(), THETA[1].clone()};
    theta[player][entry] += move;
    game.moveTo(theta[0], theta[1]);
    double[] step = new double[game.size()];
    game.gradient(1 - player, 1 - player, step);
    for (int s = 0; s < step.length; s++) {
      theta[1 - player][s] += alpha * step[s];
    }
    game.moveTo(theta[0], theta[1]);
    return game.value(player);
  }

  private static double[][] direction(Learner learner, DifferentiableGame game, double alpha) {
    double[][] direction = new double[2][game.size()];
    learner.direction(game, game, game, alpha, alpha, direction);
    return direction;
  }

  /** What is linear in three independent batches has the exact direction as its mean. */
  @Test
  void estimatesFromThreeBatchesAreUnbiasedWhereTheyAreLinear() {
    for (Learner learner :
        new Learner[] {Learner.NAIVE, Learner.LOOKAHEAD, Learner.LOLA, Learner.CONSENSUS}) {
      Measures dice = estimate(learner, GameEstimator.DICE_BASELINE);
      assertThat(dice.biasSquared().contains(0)).as("%s %s", learner, dice.biasSquared()).isTrue();
    }
    // Curvature that joins scores of one step only loses what LOLA lives on.
    assertThat(estimate(Learner.LOLA, GameEstimator.LVC).biasSquared().low()).isPositive();
  }

  private static Measures estimate(Learner learner, GameEstimator estimator) {
    RepeatedGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), 0.5);
    DifferentiableGame exact = game.derivatives();
    exact.moveTo(THETA[0], THETA[1]);
    TrialAccumulator sums = new TrialAccumulator(flat(direction(learner, exact, 0.5)), 0);
    DifferentiableGame[] views = new DifferentiableGame[3];
    for (int v = 0; v < 3; v++) {
      views[v] = game.derivatives(estimator, 30, 32, new SplittableRandom(v));
    }
    double[][] direction = new double[2][exact.size()];
    for (int i = 0; i < 1500; i++) {
      for (DifferentiableGame view : views) {
        view.moveTo(THETA[0], THETA[1]);
      }
      learner.direction(views[0], views[1], views[2], 0.5, 0.5, direction);
      sums.add(flat(direction), new double[0]);
    }
    return sums.measures();
  }

  private static double[] flat(double[][] pair) {
    double[] both = new double[2 * pair[0].length];
    System.arraycopy(pair[0], 0, both, 0, pair[0].length);
    System.arraycopy(pair[1], 0, both, pair[0].length, pair[1].length);
    return both;
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> Learner.parse("cola")).hasMessageContaining("'cola', expected one of");
    RepeatedGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), 0.5);
    assertThatThrownBy(() -> game.derivatives(GameEstimator.DICE, 0, 1, new SplittableRandom(0)))
        .hasMessageContaining("rollout is 0");
  }
}
