package gmrl.experiment.ipd;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.ipd.coin.CoinConfig;
import gmrl.ipd.coin.CoinLearner;
import gmrl.ipd.coin.CoinUpdate;
import java.util.ArrayList;
import java.util.List;

/** Several seeds of the Coin Game, one update of each at a time. */
public final class CoinExperiment implements Experiment<CoinRecords> {
  private static final int UPDATES_PER_SNAPSHOT = 10;

  private final CoinConfig config;
  private final int updates;
  private final long seed;
  private final int seeds;

  /**
   * An experiment that has not begun.
   *
   * @param updates updates of each seed, 1 … 100 000
   * @param seed first seed
   * @param seeds number of seeds, 1 … 1000
   * @throws IllegalArgumentException if a number is out of range
   */
  public CoinExperiment(CoinConfig config, int updates, long seed, int seeds) {
    if (updates < 1 || updates > 100_000) {
      throw new IllegalArgumentException(
          "number of updates is " + updates + ", expected 1 to 100000");
    }
    if (seeds < 1 || seeds > 1000) {
      throw new IllegalArgumentException("number of seeds is " + seeds + ", expected 1 to 1000");
    }
    this.config = config;
    this.updates = updates;
    this.seed = seed;
    this.seeds = seeds;
  }

  @Override
  public long total() {
    return updates;
  }

  @Override
  public CoinRecords run(
      Workers workers, CancellationToken token, Snapshots<CoinRecords> snapshots) {
    List<CoinLearner> learners = new ArrayList<>();
    List<List<CoinUpdate>> records = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      CoinLearner learner = new CoinLearner(config, seed + i);
      learners.add(learner);
      records.add(new ArrayList<>(List.of(learner.evaluate())));
    }
    for (int done = 0; done < updates; ) {
      int next = Math.min(updates - done, UPDATES_PER_SNAPSHOT);
      workers.forEach(
          seeds,
          token,
          i -> {
            for (int u = 0; u < next && !token.isCancelled(); u++) {
              records.get(i).add(learners.get(i).update());
            }
          });
      token.check();
      done += next;
      snapshots.publish(done, new CoinRecords(records));
    }
    return new CoinRecords(records);
  }
}
