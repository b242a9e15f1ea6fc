package gmrl.experiment.coin;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.ResumableExperiment;
import gmrl.experiment.Workers;
import gmrl.ipd.coin.CoinLearner;
import gmrl.ipd.coin.CoinPlayers;
import gmrl.ipd.coin.CoinUpdate;
import gmrl.numpy.StateArrays;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;

/** Several seeds of the Coin Game, one update of each at a time. */
public final class CoinExperiment implements ResumableExperiment<CoinResult> {
  private static final int UPDATES_PER_SNAPSHOT = 10;

  private final CoinSpec spec;
  private final Onlooker onlooker;

  /** Sees how the agents play while they learn. */
  @FunctionalInterface
  public interface Onlooker {
    /**
     * Called by the thread of the run before the snapshot that goes so far.
     *
     * @param update updates done
     * @param players of each seed
     */
    void see(int update, List<CoinPlayers> players);
  }

  /** An experiment that has not run yet; it may run any number of times. */
  public CoinExperiment(CoinSpec spec) {
    this(spec, (update, players) -> {});
  }

  /** The same with somebody looking on. */
  public CoinExperiment(CoinSpec spec, Onlooker onlooker) {
    this.spec = spec;
    this.onlooker = onlooker;
  }

  @Override
  public String units() {
    return "updates";
  }

  @Override
  public long total() {
    return spec.updates();
  }

  @Override
  public CoinResult run(
      Workers workers, CancellationToken token, Keeper keeper, Snapshots<CoinResult> snapshots) {
    List<CoinLearner> learners = new ArrayList<>();
    List<List<CoinUpdate>> records = new ArrayList<>();
    for (int i = 0; i < spec.seeds(); i++) {
      CoinLearner learner = new CoinLearner(spec.config(), spec.seed() + i);
      learners.add(learner);
      records.add(new ArrayList<>(List.of(learner.evaluate())));
    }
    keeper.takeUp(state -> carry(state, learners, records));
    int done = records.get(0).size() - 1;
    onlooker.see(done, players(learners));
    while (done < spec.updates()) {
      int next = Math.min(spec.updates() - done, UPDATES_PER_SNAPSHOT);
      workers.forEach(
          spec.seeds(),
          token,
          i -> {
            for (int u = 0; u < next && !token.isCancelled(); u++) {
              records.get(i).add(finite(learners.get(i).update(), spec.seed() + i));
            }
          });
      token.check();
      done += next;
      onlooker.see(done, players(learners));
      snapshots.publish(done, new CoinResult(records));
      keeper.putDown(state -> carry(state, learners, records));
    }
    return new CoinResult(records);
  }

  private static void carry(
      StateArrays state, List<CoinLearner> learners, List<List<CoinUpdate>> records) {
    for (int i = 0; i < learners.size(); i++) {
      StateArrays seed = state.part("seed" + i);
      learners.get(i).carry(seed);
      DoubleBuffer rows = DoubleBuffer.allocate(records.get(i).size() * CoinUpdate.NUMBERS);
      records.get(i).forEach(update -> update.put(rows));
      DoubleBuffer in = DoubleBuffer.wrap(seed.doubles("updates", rows.array()));
      if (seed.takes()) {
        records.get(i).clear();
        while (in.remaining() >= CoinUpdate.NUMBERS) {
          records.get(i).add(CoinUpdate.get(in));
        }
      }
      if (records.get(i).isEmpty() || records.get(i).size() != records.get(0).size()) {
        throw new IllegalArgumentException("its updates are cut short");
      }
    }
  }

  private static List<CoinPlayers> players(List<CoinLearner> learners) {
    return learners.stream().map(CoinLearner::players).toList();
  }

  private static CoinUpdate finite(CoinUpdate update, long seed) {
    if (Double.isFinite(update.returns()[0] + update.returns()[1])) {
      return update;
    }
    throw new IllegalArgumentException(
        "seed "
            + seed
            + " overflows in update "
            + update.update()
            + ", expected smaller learning rates");
  }
}
