package gmrl.ipd.coin;

import java.util.List;

/**
 * What is on the board after a step, with all that has been taken since the match began. Cells are
 * n·row + column; pairs hold red and blue.
 *
 * @param size n of the n×n torus
 * @param step steps made
 * @param agents where the agents are
 * @param coins where the coins are
 * @param takes what the last step took
 * @param returns rewards since the beginning
 * @param own coins of its own colour that each agent took
 * @param other coins of the other's colour that each agent took
 */
public record CoinScene(
    int size,
    int step,
    List<Integer> agents,
    List<Integer> coins,
    List<Take> takes,
    List<Double> returns,
    List<Integer> own,
    List<Integer> other) {

  /** Freezes the lists. */
  public CoinScene {
    agents = List.copyOf(agents);
    coins = List.copyOf(coins);
    takes = List.copyOf(takes);
    returns = List.copyOf(returns);
    own = List.copyOf(own);
    other = List.copyOf(other);
  }

  /**
   * A coin that was taken.
   *
   * @param agent 0 red, 1 blue
   * @param coin whose colour it has
   * @param cell where
   */
  public record Take(int agent, int coin, int cell) {
    /** Whether the agent took its own colour, which costs nobody anything. */
    public boolean isOwn() {
      return agent == coin;
    }
  }
}
