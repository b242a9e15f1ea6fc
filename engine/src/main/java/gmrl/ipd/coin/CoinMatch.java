package gmrl.ipd.coin;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Two agents playing without learning, step by step, to be looked at. Not thread-safe. */
public final class CoinMatch {
  private final CoinPlayers players;
  private final CoinGame game;
  private final SplittableRandom random;
  private final double[] returns = new double[2];
  private final int[] own = new int[2];
  private final int[] taken = new int[2];
  private int step;
  private CoinScene scene;

  /**
   * A match that has not begun.
   *
   * @param seed of the board and of the agents' choices
   */
  public CoinMatch(CoinPlayers players, long seed) {
    this.players = players;
    game = new CoinGame(players.size());
    random = new SplittableRandom(seed);
    game.reset(random);
    scene = scene(List.of());
  }

  /** What is on the board now. */
  public CoinScene scene() {
    return scene;
  }

  /** Both agents move once. */
  public CoinScene step() {
    int[] coins = {game.coin(0), game.coin(1)};
    int red = action(0);
    int blue = action(1);
    game.step(red, blue, random);
    step++;
    List<CoinScene.Take> takes = new ArrayList<>();
    for (int agent = 0; agent < 2; agent++) {
      returns[agent] += game.reward(agent);
      own[agent] += game.takenOwn(agent);
      taken[agent] += game.taken(agent);
      for (int coin = 0; coin < 2; coin++) {
        if (game.agent(agent) == coins[coin]) {
          takes.add(new CoinScene.Take(agent, coin, coins[coin]));
        }
      }
    }
    scene = scene(takes);
    return scene;
  }

  private int action(int agent) {
    int[] features = new int[CoinPolicy.FEATURES];
    double[] probabilities = new double[CoinGame.ACTIONS];
    CoinPolicy.observe(game, agent, players.size(), features, 0);
    CoinPolicy.evaluate(players.theta(agent), features, 0, probabilities, 0);
    return CoinPolicy.draw(probabilities, 0, random.nextDouble());
  }

  private CoinScene scene(List<CoinScene.Take> takes) {
    return new CoinScene(
        players.size(),
        step,
        List.of(game.agent(0), game.agent(1)),
        List.of(game.coin(0), game.coin(1)),
        takes,
        List.of(returns[0], returns[1]),
        List.of(own[0], own[1]),
        List.of(taken[0] - own[0], taken[1] - own[1]));
  }
}
