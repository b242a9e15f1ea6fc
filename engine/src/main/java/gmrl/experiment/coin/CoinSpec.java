package gmrl.experiment.coin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gmrl.experiment.Ranges;
import gmrl.ipd.coin.CoinConfig;

/**
 * What is learned in the Coin Game, for how long and over which seeds.
 *
 * @param config the learners
 * @param updates updates of each seed, 1 … 100 000
 * @param seed first seed; the others follow it
 * @param seeds number of seeds, 1 … 1000
 */
public record CoinSpec(@JsonUnwrapped CoinConfig config, int updates, long seed, int seeds) {

  /** Four seeds × 300 updates on a 3×3 board. */
  public static final CoinSpec DEFAULT = new CoinSpec(CoinConfig.DEFAULT, 300, 0, 4);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and what was expected
   */
  public CoinSpec {
    if (updates < 1 || updates > 100_000) {
      throw new IllegalArgumentException(
          "number of updates is " + updates + ", expected 1 to 100000");
    }
    if (seeds < 1 || seeds > 1000) {
      throw new IllegalArgumentException("number of seeds is " + seeds + ", expected 1 to 1000");
    }
    Ranges.seeds(seed, seeds);
  }
}
