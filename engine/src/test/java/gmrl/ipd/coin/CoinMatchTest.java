package gmrl.ipd.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoinMatchTest {

  @Test
  void everyStepIsLegalOnTheTorusAndTheBooksAreKept() {
    CoinMatch match = new CoinMatch(CoinPlayers.uniform(4), 5);
    double[] returns = new double[2];
    CoinScene before = match.scene();
    assertThat(before.step()).isZero();
    for (int i = 0; i < 500; i++) {
      CoinScene now = match.step();
      for (int agent = 0; agent < 2; agent++) {
        int from = before.agents().get(agent);
        int to = now.agents().get(agent);
        int rows = Math.floorMod(to / 4 - from / 4, 4);
        int columns = Math.floorMod(to % 4 - from % 4, 4);
        assertThat(Math.min(rows, 4 - rows) + Math.min(columns, 4 - columns)).isEqualTo(1);
      }
      for (CoinScene.Take take : now.takes()) {
        assertThat(before.coins().get(take.coin())).isEqualTo(take.cell());
        returns[take.agent()]++;
        if (!take.isOwn()) {
          returns[take.coin()] -= 2;
        }
      }
      for (int coin = 0; coin < 2; coin++) {
        int c = coin;
        if (now.takes().stream().noneMatch(take -> take.coin() == c)) {
          assertThat(now.coins().get(coin)).isEqualTo(before.coins().get(coin));
        }
        assertThat(now.agents()).doesNotContain(now.coins().get(coin));
      }
      assertThat(now.returns().get(0)).isCloseTo(returns[0], within(1e-12));
      assertThat(now.returns().get(1)).isCloseTo(returns[1], within(1e-12));
      before = now;
    }
    assertThat(before.own().get(0) + before.other().get(0)).isGreaterThan(20);
  }

  @Test
  void theSameSeedPlaysTheSameMatchAndALearnerPlaysAsItWasTrained() {
    CoinConfig config = new CoinConfig(3, .96, 32, 128, 1, 1, .3);
    CoinLearner learner = new CoinLearner(config, 1);
    CoinPlayers first = learner.players();
    for (int i = 0; i < 20; i++) {
      learner.update();
    }
    assertThat(scenes(learner.players())).isEqualTo(scenes(learner.players()));
    assertThat(scenes(first)).as("frozen").isEqualTo(scenes(CoinPlayers.uniform(3)));
    assertThat(coins(learner.players()))
        .as("it has learned to run after coins")
        .isGreaterThan(1.3 * coins(first));
  }

  private static List<CoinScene> scenes(CoinPlayers players) {
    CoinMatch match = new CoinMatch(players, 9);
    List<CoinScene> scenes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      scenes.add(match.step());
    }
    return scenes;
  }

  private static double coins(CoinPlayers players) {
    CoinMatch match = new CoinMatch(players, 9);
    CoinScene last = match.scene();
    for (int i = 0; i < 3000; i++) {
      last = match.step();
    }
    return last.own().get(0) + last.other().get(0) + last.own().get(1) + last.other().get(1);
  }
}
