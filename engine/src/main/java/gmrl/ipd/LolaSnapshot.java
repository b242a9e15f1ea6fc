package gmrl.ipd;

import gmrl.meta.MeanEstimate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run has recorded so far; immutable, safe to hand to any thread.
 *
 * @param config what was run
 * @param seeds one history per seed, in order
 */
public record LolaSnapshot(LolaConfig config, List<SeedHistory> seeds) {

  /** Freezes the list. */
  public LolaSnapshot {
    seeds = List.copyOf(seeds);
  }

  /** Index of the last record that every seed has: of all records, the updates it has done. */
  public int updates() {
    return seeds.stream().mapToInt(SeedHistory::size).min().orElse(1) - 1;
  }

  /** Updates that every seed has done. */
  public int updatesMade() {
    return seeds.isEmpty() ? 0 : seeds.get(0).get(updates()).update();
  }

  /**
   * Mean over seeds, with its standard error, of a recorded number.
   *
   * @param update index every seed has reached
   * @param number what to average, such as {@link LolaUpdate#meanReturn}
   */
  public MeanEstimate over(int update, ToDoubleFunction<LolaUpdate> number) {
    return MeanEstimate.of(
        seeds.stream().mapToDouble(seed -> number.applyAsDouble(seed.get(update))).toArray());
  }
}
