package gmrl.ipd.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.RepeatedGame;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Proximal learners and games of one's own against finite differences and what is known. */
class ProximalLookaheadTest {
  private static final double H = 1e-5;

  private static BimatrixGame rockPaperScissors() {
    double[][] first = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
    double[][] second = {{0, 1, -1}, {-1, 0, 1}, {1, -1, 0}};
    return new BimatrixGame(first, second);
  }

  private static double[][] point(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] at = new double[2][size];
    for (double[] row : at) {
      for (int i = 0; i < size; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return at;
  }

  @Test
  void derivativesOfAnOwnGameAreThoseOfItsValues() {
    BimatrixGame game =
        new BimatrixGame(new double[][] {{3, 0}, {5, 1}}, new double[][] {{2, 7}, {-1, 1}});
    for (DifferentiableGame each : List.of(game, rockPaperScissors())) {
      int d = each.size();
      double[][] at = point(d, 4);
      double[][] along = point(d, 5);
      for (int value = 0; value < 2; value++) {
        for (int rows = 0; rows < 2; rows++) {
          for (int columns = 0; columns < 2; columns++) {
            double[] product = new double[d];
            each.moveTo(at[0], at[1]);
            each.product(value, rows, columns, along[columns], product);
            double[] high = gradient(each, at, columns, along[columns], H, value, rows);
            double[] low = gradient(each, at, columns, along[columns], -H, value, rows);
            for (int i = 0; i < d; i++) {
              assertThat(product[i]).isCloseTo((high[i] - low[i]) / (2 * H), within(1e-7));
            }
          }
          double[] slope = gradient(each, at, rows, along[rows], 0, value, rows);
          double expected =
              (value(each, at, rows, along[rows], H, value)
                      - value(each, at, rows, along[rows], -H, value))
                  / (2 * H);
          double got = 0;
          for (int i = 0; i < d; i++) {
            got += slope[i] * along[rows][i];
          }
          assertThat(got).isCloseTo(expected, within(1e-7));
        }
      }
    }
  }

  private static void move(
      DifferentiableGame game, double[][] at, int player, double[] along, double step) {
    double[][] moved = {at[0].clone(), at[1].clone()};
    for (int i = 0; i < along.length; i++) {
      moved[player][i] += step * along[i];
    }
    game.moveTo(moved[0], moved[1]);
  }

  private static double[] gradient(
      DifferentiableGame game,
      double[][] at,
      int player,
      double[] along,
      double step,
      int value,
      int rows) {
    move(game, at, player, along, step);
    double[] gradient = new double[game.size()];
    game.gradient(value, rows, gradient);
    return gradient;
  }

  private static double value(
      DifferentiableGame game, double[][] at, int player, double[] along, double step, int value) {
    move(game, at, player, along, step);
    return game.value(value);
  }

  /** The derivative through the other's whole answer is that of the value behind it. */
  @Test
  void theSlopeIsThatOfTheValueBehindTheOthersAnswer() {
    DifferentiableGame dilemma = new RepeatedGame(MatrixGame.prisonersDilemma(), 0.8).derivatives();
    for (DifferentiableGame game : List.of(dilemma, rockPaperScissors(), QuadraticGame.tandem())) {
      ProximalLookahead learner = new ProximalLookahead(game, 0.7);
      double[][] at = point(game.size(), 9);
      double[] along = point(game.size(), 10)[0];
      for (int player = 0; player < 2; player++) {
        double[] slope = learner.slope(player, at[player], at[1 - player]);
        double got = 0;
        double[] up = at[player].clone();
        double[] down = at[player].clone();
        for (int i = 0; i < along.length; i++) {
          got += slope[i] * along[i];
          up[i] += H * along[i];
          down[i] -= H * along[i];
        }
        double expected =
            (learner.value(player, up, at[1 - player])
                    - learner.value(player, down, at[1 - player]))
                / (2 * H);
        assertThat(got).isCloseTo(expected, within(1e-6));
      }
    }
  }

  /** Both end well above mutual defection where naive learners end in it. */
  @Test
  void proximalLearnersCooperateMoreThanNaiveOnes() {
    DifferentiableGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), 0.96).derivatives();
    ProximalLookahead learner = new ProximalLookahead(game, 1);
    double[][] at = new double[2][5];
    double[][] direction = new double[2][5];
    for (int update = 0; update < 60; update++) {
      learner.direction(at, direction);
      for (int player = 0; player < 2; player++) {
        for (int s = 0; s < 5; s++) {
          at[player][s] += direction[player][s];
        }
      }
    }
    game.moveTo(at[0], at[1]);
    assertThat((1 - 0.96) * (game.value(0) + game.value(1)) / 2).isGreaterThan(-1.3);
  }

  /** Many rollouts lead where exact derivatives lead: Monte-Carlo error with its own estimate. */
  @Test
  void manySamplesLeadToTheExactDirection() {
    RepeatedGame dilemma = new RepeatedGame(MatrixGame.prisonersDilemma(), 0.7);
    double[][] at = point(5, 3);
    double[][] exact = new double[2][5];
    new ProximalLookahead(dilemma.derivatives(), 1).direction(at, exact);
    SplittableRandom random = new SplittableRandom(11);
    for (GameEstimator estimator : List.of(GameEstimator.DICE_BASELINE, GameEstimator.LOADED)) {
      double few = error(dilemma, estimator, 32, at, exact, random);
      double many = error(dilemma, estimator, 2048, at, exact, random);
      // 64 times as many trajectories: an eighth of the error.
      assertThat(many).isLessThan(few / 4);
      assertThat(many).isLessThan(0.05 * length(exact));
    }
  }

  /** Root of the mean squared distance of some sampled directions, each slot with its own. */
  private static double error(
      RepeatedGame game,
      GameEstimator estimator,
      int trajectories,
      double[][] at,
      double[][] exact,
      SplittableRandom random) {
    int draws = 4;
    double sum = 0;
    for (int draw = 0; draw < draws; draw++) {
      DifferentiableGame[] views = new DifferentiableGame[3];
      for (int i = 0; i < 3; i++) {
        views[i] = game.derivatives(estimator, 40, trajectories, random.split());
      }
      double[][] direction = new double[2][5];
      new ProximalLookahead(views[0], views[1], views[2], 1).direction(at, direction);
      for (int player = 0; player < 2; player++) {
        for (int s = 0; s < 5; s++) {
          sum += Math.pow(direction[player][s] - exact[player][s], 2) / draws;
        }
      }
    }
    return Math.sqrt(sum);
  }

  private static double length(double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      for (double x : row) {
        sum += x * x;
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void payoffsThatAreNoGameAreRefusedByEntry() {
    double[][] good = {{0, 1}, {1, 0}};
    assertThatThrownBy(() -> new BimatrixGame(good, new double[][] {{0, 1}}))
        .hasMessageContaining("payoff2 has 1 rows");
    assertThatThrownBy(() -> new BimatrixGame(good, new double[][] {{0, 1}, {1, Double.NaN}}))
        .hasMessageContaining("payoff2[1][1] is NaN");
    assertThatThrownBy(() -> new BimatrixGame(new double[][] {{0}}, new double[][] {{0}}))
        .hasMessageContaining("2 or more");
  }
}
