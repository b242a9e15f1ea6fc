package gmrl.ipd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GamesTest {
  private static final double[] ALWAYS_COOPERATE = {-40, -40, -40, -40, -40};
  private static final double[] ALWAYS_DEFECT = {40, 40, 40, 40, 40};

  @Test
  void steadyPoliciesHaveTheValueOfAGeometricSeries() {
    RepeatedGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), .96);
    double horizon = 1 / (1 - .96);
    assertThat(game.exact(0, ALWAYS_COOPERATE, ALWAYS_COOPERATE).value())
        .isCloseTo(-horizon, within(1e-9));
    assertThat(game.exact(0, ALWAYS_DEFECT, ALWAYS_DEFECT).value())
        .isCloseTo(-2 * horizon, within(1e-9));
    assertThat(game.exact(0, ALWAYS_DEFECT, ALWAYS_COOPERATE).value()).isCloseTo(0, within(1e-9));
    assertThat(game.exact(1, ALWAYS_COOPERATE, ALWAYS_DEFECT).value())
        .isCloseTo(-3 * horizon, within(1e-9));
  }

  @Test
  void everyGameEveryAgentAgreesWithFiniteDifferences() {
    SplittableRandom random = new SplittableRandom(3);
    for (MatrixGame matrix : MatrixGame.BUILT_IN) {
      RepeatedGame game = new RepeatedGame(matrix, .9);
      for (int agent = 0; agent < 2; agent++) {
        double[] own = random.doubles(5, -2, 2).toArray();
        double[] other = random.doubles(5, -2, 2).toArray();
        RepeatedGame.Exact exact = game.exact(agent, own, other);
        for (int i = 0; i < 5; i++) {
          double step = 1e-5;
          double[] up = moved(own, i, step);
          double[] down = moved(own, i, -step);
          RepeatedGame.Exact above = game.exact(agent, up, other);
          RepeatedGame.Exact below = game.exact(agent, down, other);
          assertThat(exact.gradientOwn()[i])
              .isCloseTo((above.value() - below.value()) / (2 * step), within(1e-7));
          for (int j = 0; j < 5; j++) {
            assertThat(exact.hessianOwn()[i][j])
                .isCloseTo(
                    (above.gradientOwn()[j] - below.gradientOwn()[j]) / (2 * step), within(1e-7));
            assertThat(exact.mixed()[j][i])
                .isCloseTo(
                    (above.gradientOther()[j] - below.gradientOther()[j]) / (2 * step),
                    within(1e-7));
          }
        }
      }
    }
  }

  @Test
  void matchingPenniesIsZeroSum() {
    RepeatedGame game = new RepeatedGame(MatrixGame.named("Matching-Pennies"), .9);
    double[] own = {.3, -1, 2, .1, 0};
    double[] other = {-.3, 1, .2, 1.1, -2};
    assertThat(game.exact(0, own, other).value() + game.exact(1, other, own).value())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void meansOfALongRolloutApproachTheNormalisedValue() {
    RepeatedGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), 0);
    double[] theta = {.5, -1, .2, .7, -.3};
    JointPoint point = game.point(0, theta, theta);
    double[] means = new double[4];
    point.rolloutMeans(1, means);
    assertThat(means[0]).isCloseTo(point.value(0), within(1e-12));
    assertThat(means[2]).isCloseTo(1 - Logistic.of(.5), within(1e-12));
    assertThat(means[3]).isCloseTo(means[2], within(1e-12));
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> new RepeatedGame(MatrixGame.prisonersDilemma(), 1))
        .hasMessage("gamma is 1.0, expected a value in [0, 1)");
    assertThatThrownBy(() -> MatrixGame.named("poker"))
        .hasMessageContaining("unknown game 'poker'")
        .hasMessageContaining("stag-hunt");
    assertThatThrownBy(() -> MatrixGame.symmetric("mine", "a", "b", 1, 2, Double.NaN, 0))
        .hasMessageContaining("payoffs of agent 1 in game mine hold NaN");
    RepeatedGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), .9);
    assertThatThrownBy(() -> game.exact(0, new double[4], new double[5]))
        .hasMessageContaining("own theta has 4 entries");
  }

  private static double[] moved(double[] theta, int index, double step) {
    double[] moved = theta.clone();
    moved[index] += step;
    return moved;
  }
}
