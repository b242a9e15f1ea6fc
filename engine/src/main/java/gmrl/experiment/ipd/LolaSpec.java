package gmrl.experiment.ipd;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gmrl.experiment.Ranges;
import gmrl.ipd.LolaConfig;
import java.util.Locale;

/**
 * One condition of a repeated-game experiment: what is learned, for how long, over which seeds.
 *
 * @param config the learners
 * @param updates updates of each seed, 1 … 1 000 000
 * @param seed first seed; the others follow it
 * @param seeds number of seeds, 1 … 10 000
 */
public record LolaSpec(@JsonUnwrapped LolaConfig config, int updates, long seed, int seeds) {

  /** The reference settings over ten seeds × 500 updates. */
  public static final LolaSpec DEFAULT = new LolaSpec(LolaConfig.DEFAULT, 500, 0, 10);

  /** Bytes that a recorded update takes. */
  private static final long RECORD = 1200;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and what was expected
   */
  public LolaSpec {
    if (updates < 1 || updates > 1_000_000) {
      throw new IllegalArgumentException(
          "number of updates is " + updates + ", expected 1 to 1000000");
    }
    if (seeds < 1 || seeds > 10_000) {
      throw new IllegalArgumentException("number of seeds is " + seeds + ", expected 1 to 10000");
    }
    Ranges.seeds(seed, seeds);
    long needed = RECORD * updates * seeds;
    if (needed > Runtime.getRuntime().maxMemory() / 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d seeds × %d updates would need about %d MB of records, more than half of the %d MB"
                  + " there are",
              seeds,
              updates,
              needed >> 20,
              Runtime.getRuntime().maxMemory() >> 20));
    }
  }

  /** The same seeds and updates for other learners. */
  public LolaSpec with(LolaConfig other) {
    return new LolaSpec(other, updates, seed, seeds);
  }

  /** The same learners over other updates and seeds. */
  public LolaSpec over(int newUpdates, long newSeed, int newSeeds) {
    return new LolaSpec(config, newUpdates, newSeed, newSeeds);
  }
}
