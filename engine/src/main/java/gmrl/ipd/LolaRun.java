package gmrl.ipd;

import gmrl.LibraryApi;
import gmrl.numpy.StateArrays;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Several seeds of one configuration, advanced together.
 *
 * <p>Seeds are independent: how they are shared out over threads does not touch the numbers. {@link
 * #snapshot} may be called from any thread, also while seeds advance; everything else belongs to
 * one caller at a time.
 */
public final class LolaRun {
  private final LolaConfig config;
  private final List<LolaLearner> learners = new ArrayList<>();
  private final List<Track> tracks = new ArrayList<>();

  /** Shares tasks 0 … count−1 out over threads and waits for all of them. */
  @FunctionalInterface
  public interface Parallel {
    /** Tasks one after the other on the calling thread. */
    Parallel SEQUENTIAL =
        (count, task) -> {
          for (int i = 0; i < count; i++) {
            task.accept(i);
          }
        };

    /** Runs the tasks. */
    void forEach(int count, IntConsumer task);
  }

  /**
   * Learners before their first update, with its record already in the history.
   *
   * @param firstSeed seed of the first learner; the others follow it
   * @param seeds number of learners, 1 … 10 000
   * @throws IllegalArgumentException if the number of seeds is out of range
   */
  public LolaRun(LolaConfig config, long firstSeed, int seeds) {
    if (seeds < 1 || seeds > 10_000) {
      throw new IllegalArgumentException("number of seeds is " + seeds + ", expected 1 to 10000");
    }
    this.config = config;
    for (int i = 0; i < seeds; i++) {
      LolaLearner learner = new LolaLearner(config, firstSeed + i);
      learners.add(learner);
      tracks.add(new Track(firstSeed + i, learner.record()));
    }
  }

  /**
   * Brings every seed forward.
   *
   * @param updates updates to make, 0 or more
   * @param parallel the threads
   * @param cancelled polled between updates; what was done before is kept
   */
  public void advance(int updates, Parallel parallel, BooleanSupplier cancelled) {
    parallel.forEach(
        learners.size(),
        i -> {
          for (int n = 0; n < updates && !cancelled.getAsBoolean(); n++) {
            tracks.get(i).append(finite(learners.get(i).update(), tracks.get(i).seed));
          }
        });
  }

  private static LolaUpdate finite(LolaUpdate update, long seed) {
    if (Double.isFinite(update.meanReturn()) && Double.isFinite(sum(update.exactValues()))) {
      return update;
    }
    throw new IllegalArgumentException(
        "seed "
            + seed
            + " overflows in update "
            + update.update()
            + ", expected smaller payoffs or learning rates");
  }

  private static double sum(double[] pair) {
    return pair[0] + pair[1];
  }

  /**
   * Forgets what came after a recorded update and takes learning up from there.
   *
   * @param update index every seed has reached
   * @throws IllegalArgumentException if a seed has no such record
   */
  @LibraryApi
  public void rewind(int update) {
    int reached = snapshot().updates();
    if (update < 0 || update > reached) {
      throw new IllegalArgumentException(
          "update to go back to is " + update + ", expected 0 to " + reached);
    }
    for (int i = 0; i < learners.size(); i++) {
      learners.get(i).restore(tracks.get(i).truncate(update).state());
    }
  }

  /**
   * Puts down all that the seeds go on with, or takes it up; no update is under way.
   *
   * @throws IllegalArgumentException if it is to be taken up and is of another run
   */
  public void carry(StateArrays state) {
    for (int i = 0; i < learners.size(); i++) {
      StateArrays seed = state.part("seed" + i);
      LolaUpdate last = tracks.get(i).carry(seed);
      if (seed.takes()) {
        learners.get(i).restore(last.state());
      }
      learners.get(i).carryReplay(seed);
    }
  }

  /** What has been recorded so far. */
  public LolaSnapshot snapshot() {
    return new LolaSnapshot(config, tracks.stream().map(Track::history).toList());
  }

  /** The growing history of one seed; records are only ever added behind the published length. */
  private static final class Track {
    private final long seed;
    private LolaUpdate[] records;
    private volatile SeedHistory published;

    Track(long seed, LolaUpdate first) {
      this.seed = seed;
      records = new LolaUpdate[] {first, first, first, first};
      published = new SeedHistory(seed, records, 1);
    }

    void append(LolaUpdate update) {
      int length = published.size();
      if (length == records.length) {
        records = Arrays.copyOf(records, 2 * length);
      }
      records[length] = update;
      published = new SeedHistory(seed, records, length + 1);
    }

    LolaUpdate carry(StateArrays state) {
      int length = published.size();
      double[] rows = new double[state.takes() ? 0 : length * LolaUpdate.NUMBERS];
      if (!state.takes()) {
        DoubleBuffer out = DoubleBuffer.wrap(rows);
        for (int i = 0; i < length; i++) {
          records[i].put(out);
        }
      }
      DoubleBuffer in = DoubleBuffer.wrap(state.doubles("updates", rows));
      if (state.takes()) {
        length = in.capacity() / LolaUpdate.NUMBERS;
        if (length == 0 || in.capacity() % LolaUpdate.NUMBERS != 0) {
          throw new IllegalArgumentException("its updates are cut short");
        }
        records = new LolaUpdate[Math.max(4, length)];
        for (int i = 0; i < length; i++) {
          records[i] = LolaUpdate.get(in);
        }
        published = new SeedHistory(seed, records, length);
      }
      return records[length - 1];
    }

    /** Older snapshots keep the array they were given: what follows is written to a copy. */
    LolaUpdate truncate(int update) {
      records = Arrays.copyOf(records, Math.max(4, 2 * (update + 1)));
      published = new SeedHistory(seed, records, update + 1);
      return records[update];
    }

    SeedHistory history() {
      return published;
    }
  }
}
