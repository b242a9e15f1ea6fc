package gmrl.ipd.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoinTest {
  private static final CoinConfig TINY = new CoinConfig(2, .9, 5, 6, 1, .5, .05);

  @Test
  void takingTheOthersCoinHurtsTheOther() {
    CoinGame game = new CoinGame(3);
    SplittableRandom random = new SplittableRandom(1);
    // Red in the middle, its coin above, the blue coin to the right; blue far off.
    game.arrange(4, 8, 1, 5);
    assertThat(game.ownCoin(0)).isEqualTo(2 * 3);
    assertThat(game.otherCoin(0)).isEqualTo(1);
    assertThat(game.otherAgent(1)).isEqualTo(2 * 3 + 2);
    game.step(0, 1, random);
    assertThat(game.reward(0)).isEqualTo(1);
    assertThat(game.reward(1)).isZero();
    assertThat(game.takenOwn(0)).isEqualTo(1);

    game.arrange(4, 8, 0, 5);
    game.step(3, 1, random);
    assertThat(game.reward(0)).isEqualTo(1);
    assertThat(game.reward(1)).isEqualTo(-2);
    assertThat(game.taken(0)).isEqualTo(1);
    assertThat(game.takenOwn(0)).isZero();
    assertThat(game.otherCoin(0)).as("the coin came back elsewhere").isNotZero();
  }

  @Test
  void bothTakeACoinTheyReachTogether() {
    CoinGame game = new CoinGame(3);
    game.arrange(3, 5, 4, 0);
    game.step(3, 2, new SplittableRandom(2));
    assertThat(game.reward(0)).isEqualTo(1 - 2);
    assertThat(game.reward(1)).isEqualTo(1);
  }

  @Test
  void indifferentAgentsEarnNothingOnAverage() {
    CoinConfig config = new CoinConfig(3, .9, 50, 2000, 0, 1, 1);
    CoinUpdate start = new CoinLearner(config, 3).evaluate();
    assertThat(start.ownShare()[0]).isCloseTo(.5, within(.01));
    assertThat(start.returns()[1]).isCloseTo(0, within(.01));
    assertThat(start.coins()[0]).isPositive();
  }

  @Test
  void derivativesAreThoseOfTheSurrogate() {
    SplittableRandom random = new SplittableRandom(4);
    int size = CoinPolicy.parameters(TINY.size());
    double[][] theta = {
      random.doubles(size, -1, 1).toArray(), random.doubles(size, -1, 1).toArray()
    };
    CoinBatch batch = new CoinBatch(TINY);
    batch.play(theta, random);
    double[] u = random.doubles(size, -1, 1).toArray();
    for (int value = 0; value < 2; value++) {
      for (int rows = 0; rows < 2; rows++) {
        double[] gradient = new double[size];
        batch.gradient(value, rows, gradient);
        for (int i = 0; i < size; i++) {
          double step = 1e-4;
          double up = batch.surrogate(value, moved(theta, rows, i, step));
          double down = batch.surrogate(value, moved(theta, rows, i, -step));
          assertThat(gradient[i]).isCloseTo((up - down) / (2 * step), within(1e-6));
        }
        for (int columns = 0; columns < 2; columns++) {
          double[] product = new double[size];
          batch.product(value, rows, columns, u, product);
          double h = 1e-3;
          for (int i = 0; i < size; i++) {
            double mixed = 0;
            for (int a = -1; a <= 1; a += 2) {
              for (int b = -1; b <= 1; b += 2) {
                double[][] there = moved(theta, rows, i, a * h);
                for (int j = 0; j < size; j++) {
                  there[columns][j] += b * h * u[j];
                }
                mixed += a * b * batch.surrogate(value, there);
              }
            }
            assertThat(product[i]).isCloseTo(mixed / (4 * h * h), within(2e-4));
          }
        }
      }
    }
  }

  @Test
  void lookingAheadTeachesToLeaveTheOthersCoin() {
    double[] naive = learnt(CoinConfig.DEFAULT.withLookaheads(0));
    double[] lola = learnt(CoinConfig.DEFAULT);
    // Both learn to walk to coins; only LOLA learns whose. Seeds differ by about .03.
    assertThat(naive[0]).isBetween(.45, .59);
    assertThat(lola[0]).isGreaterThan(.62);
    assertThat(naive[1]).isGreaterThan(.6);
    assertThat(lola[1]).isGreaterThan(.6);
  }

  /** Share of own coins and coins per step after 200 updates. */
  private static double[] learnt(CoinConfig config) {
    CoinLearner learner = new CoinLearner(config, 5);
    CoinUpdate last = learner.update();
    for (int i = 1; i < 200; i++) {
      last = learner.update();
    }
    return new double[] {(last.ownShare()[0] + last.ownShare()[1]) / 2, last.coins()[0]};
  }

  @Test
  void oneSeedOnePath() {
    CoinLearner a = new CoinLearner(TINY, 9);
    CoinLearner b = new CoinLearner(TINY, 9);
    for (int i = 0; i < 3; i++) {
      assertThat(a.update().returns()).isEqualTo(b.update().returns());
    }
    assertThat(a.theta(1)).isEqualTo(b.theta(1));
    assertThatThrownBy(() -> new CoinConfig(1, .9, 5, 6, 1, .5, .05))
        .hasMessage("size of the coin board is 1, expected 2 to 16");
  }

  private static double[][] moved(double[][] theta, int agent, int index, double step) {
    double[][] moved = {theta[0].clone(), theta[1].clone()};
    moved[agent][index] += step;
    return moved;
  }
}
