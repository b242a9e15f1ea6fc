package gmrl.experiment.coin;

import gmrl.ipd.coin.CoinUpdate;
import java.util.List;

/**
 * What a run of the Coin Game has recorded; immutable.
 *
 * @param seeds records of each seed from update 0 on; of a result that was read, those that were
 *     written
 */
public record CoinResult(List<List<CoinUpdate>> seeds) {

  /** Freezes the lists. */
  public CoinResult {
    seeds = seeds.stream().map(List::copyOf).toList();
  }

  /** Index of the last record that every seed has: of all records, the updates it has done. */
  public int updates() {
    return seeds.stream().mapToInt(List::size).min().orElse(1) - 1;
  }
}
