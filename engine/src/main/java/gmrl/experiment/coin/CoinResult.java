package gmrl.experiment.coin;

import gmrl.ipd.coin.CoinUpdate;
import java.util.List;

/**
 * What a run of the Coin Game has recorded; immutable.
 *
 * @param seeds records of each seed from update 0 on
 */
public record CoinResult(List<List<CoinUpdate>> seeds) {

  /** Freezes the lists. */
  public CoinResult {
    seeds = seeds.stream().map(List::copyOf).toList();
  }

  /** Updates that every seed has done. */
  public int updates() {
    return seeds.stream().mapToInt(List::size).min().orElse(1) - 1;
  }
}
