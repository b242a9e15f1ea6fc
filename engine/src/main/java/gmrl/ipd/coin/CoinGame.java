package gmrl.ipd.coin;

import java.util.random.RandomGenerator;

/**
 * One board of the Coin Game.
 *
 * <p>On an n×n torus live a red and a blue agent, a red and a blue coin. Both agents move at once
 * (0 up, 1 down, 2 left, 3 right). Whoever steps on a coin takes it and earns 1; if it is of the
 * other's colour, the other loses 2. Two agents on one coin both take it. A taken coin comes back
 * on a random cell without an agent. It never ends. Taking everything is a dilemma's defection: two
 * agents that take every coin they meet earn nothing on average, two that keep to their own colour
 * earn 1 per coin.
 *
 * <p>After Lerer &amp; Peysakhovich (2017) and Foerster et al. (2018), with both coins on the board
 * at once, where theirs have one at a time: returns are not comparable with published ones.
 * Mutable; not thread-safe.
 */
public final class CoinGame {
  /** Number of actions. */
  public static final int ACTIONS = 4;

  private static final double OWN = 1;
  private static final double LOSS = -2;

  private final int size;
  private final int[] agents = new int[2];
  private final int[] coins = new int[2];
  private final double[] rewards = new double[2];
  private final int[] own = new int[2];
  private final int[] taken = new int[2];
  private final int[] conduct = new int[2];

  /**
   * A board to be {@linkplain #reset reset}.
   *
   * @param size n, 2 … 16
   * @throws IllegalArgumentException if the size is out of range
   */
  public CoinGame(int size) {
    if (size < 2 || size > 16) {
      throw new IllegalArgumentException(
          "size of the coin board is " + size + ", expected 2 to 16");
    }
    this.size = size;
  }

  /** Puts agents on two different cells and coins on cells without agents. */
  public void reset(RandomGenerator random) {
    int cells = size * size;
    agents[0] = random.nextInt(cells);
    agents[1] = (agents[0] + 1 + random.nextInt(cells - 1)) % cells;
    place(0, random);
    place(1, random);
    conduct[0] = 0;
    conduct[1] = 0;
  }

  /** Puts everything where it is told: cells are n·row + column. */
  void arrange(int red, int blue, int redCoin, int blueCoin) {
    agents[0] = red;
    agents[1] = blue;
    coins[0] = redCoin;
    coins[1] = blueCoin;
  }

  /** Moves both agents and settles the coins. */
  public void step(int redAction, int blueAction, RandomGenerator random) {
    agents[0] = moved(agents[0], redAction);
    agents[1] = moved(agents[1], blueAction);
    for (int agent = 0; agent < 2; agent++) {
      rewards[agent] = 0;
      own[agent] = 0;
      taken[agent] = 0;
    }
    for (int coin = 0; coin < 2; coin++) {
      boolean gone = false;
      for (int agent = 0; agent < 2; agent++) {
        if (agents[agent] == coins[coin]) {
          gone = true;
          taken[agent]++;
          rewards[agent] += OWN;
          if (agent == coin) {
            own[agent]++;
            conduct[agent] = 1;
          } else {
            rewards[coin] += LOSS;
            conduct[agent] = 2;
          }
        }
      }
      if (gone) {
        place(coin, random);
      }
    }
  }

  /** The cell an agent is on: n·row + column. */
  public int agent(int agent) {
    return agents[agent];
  }

  /** The cell a coin is on: 0 the red one, 1 the blue one. */
  public int coin(int coin) {
    return coins[coin];
  }

  /** Reward of an agent in the last step. */
  public double reward(int agent) {
    return rewards[agent];
  }

  /** Coins an agent took in the last step. */
  public int taken(int agent) {
    return taken[agent];
  }

  /** Coins of its own colour among them. */
  public int takenOwn(int agent) {
    return own[agent];
  }

  /** Where the agent's own coin is, as seen from the agent: n·rows + columns on the torus. */
  public int ownCoin(int agent) {
    return displacement(agents[agent], coins[agent]);
  }

  /** Where the other's coin is, as seen from the agent. */
  public int otherCoin(int agent) {
    return displacement(agents[agent], coins[1 - agent]);
  }

  /** Where the other agent is, as seen from the agent. */
  public int otherAgent(int agent) {
    return displacement(agents[agent], agents[1 - agent]);
  }

  /** What an agent is known for: 0 nothing yet, 1 it last took its own coin, 2 the other's. */
  public int conduct(int agent) {
    return conduct[agent];
  }

  private int displacement(int from, int to) {
    int rows = (to / size - from / size + size) % size;
    int columns = (to % size - from % size + size) % size;
    return rows * size + columns;
  }

  private int moved(int cell, int action) {
    int row = cell / size;
    int column = cell % size;
    return switch (action) {
      case 0 -> (row + size - 1) % size * size + column;
      case 1 -> (row + 1) % size * size + column;
      case 2 -> row * size + (column + size - 1) % size;
      default -> row * size + (column + 1) % size;
    };
  }

  private void place(int coin, RandomGenerator random) {
    int cell;
    do {
      cell = random.nextInt(size * size);
    } while (cell == agents[0] || cell == agents[1]);
    coins[coin] = cell;
  }
}
