package gmrl.experiment.bias;

import gmrl.LibraryApi;
import gmrl.mdp.Mdp;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Trials that were computed before, by (setup, MDP, seed, budget): an experiment that borrows from
 * a bank goes on where an earlier one stopped, and computes nothing that is already known.
 *
 * <p>Cells that were used longest ago are forgotten when the memory allotted is spent; forgetting
 * costs time, never correctness, since the same seed gives the same trials. Thread-safe; several
 * running experiments may share one bank.
 */
public final class TrialBank {
  /** Share of the memory of the process that a window's bank may fill. */
  private static final double SHARE = 0.15;

  /** Share of the bank that MDPs may take: they are small, and nearly always the same few. */
  private static final double MDPS = 0.1;

  private final Map<CellKey, Cell<?>> cells = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<CellGrid.MdpKey, Mdp> mdps = new LinkedHashMap<>(16, 0.75f, true);
  private final long capacity;
  private final AtomicLong computed = new AtomicLong();

  /**
   * An empty bank.
   *
   * @param capacity doubles it may hold, about; 0 keeps nothing
   */
  public TrialBank(long capacity) {
    this.capacity = capacity;
  }

  /** A bank for a window, which fits the memory of the process. */
  public static TrialBank ofMachine() {
    return new TrialBank((long) (SHARE * Runtime.getRuntime().maxMemory() / Double.BYTES));
  }

  /** A bank that keeps nothing: every experiment starts from its first trial. */
  public static TrialBank none() {
    return new TrialBank(0);
  }

  /** Trials computed for all experiments that borrow here, each counted once. */
  @LibraryApi
  public long trialsComputed() {
    return computed.get();
  }

  /** Forgets everything. */
  public synchronized void clear() {
    cells.clear();
    mdps.clear();
  }

  void count(long trials) {
    computed.addAndGet(trials);
  }

  synchronized @Nullable Cell<?> find(CellKey key) {
    return cells.get(key);
  }

  /** An MDP that was drawn before, or a new one. */
  Mdp mdp(CellGrid.MdpKey key, Supplier<Mdp> draw) {
    synchronized (this) {
      Mdp known = mdps.get(key);
      if (known != null) {
        return known;
      }
    }
    Mdp fresh = draw.get();
    synchronized (this) {
      if (capacity > 0) {
        mdps.put(key, fresh);
      }
    }
    return fresh;
  }

  /** Keeps new cells. */
  synchronized void keep(Map<CellKey, Cell<?>> fresh) {
    if (capacity > 0) {
      cells.putAll(fresh);
    }
  }

  /** Forgets what was used longest ago where there is more than fits. */
  synchronized void settle() {
    settle(cells, Cell::size, capacity);
    settle(mdps, mdp -> (long) mdp.states() * mdp.cells(), (long) (MDPS * capacity));
  }

  private static <K, V> void settle(Map<K, V> kept, ToLongFunction<V> size, long most) {
    long used = kept.values().stream().mapToLong(size).sum();
    for (Iterator<V> oldest = kept.values().iterator(); used > most && oldest.hasNext(); ) {
      used -= size.applyAsLong(oldest.next());
      oldest.remove();
    }
  }
}
