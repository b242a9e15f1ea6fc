package gmrl.experiment.bias;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The trials that a first look at a study needs, dealt in turns that are short whatever a trial
 * costs. Only the time of the trials themselves counts: on a busy machine, where every turn has to
 * wait for its worker, turns are not cut shorter, or a study of a thousand cells would take as many
 * turns.
 *
 * @param bank counts the trials
 * @param token stops them
 */
record FirstTrials(TrialBank bank, CancellationToken token) {
  /** Trials that single points have before curves begin, so that their intervals tell something. */
  private static final int SINGLE_LOOK = 8;

  /** What one thread may spend on a turn, and on making single points tell more. */
  private static final long TURN = 40_000_000L;

  private static final long SINGLES = 20_000_000L;

  /**
   * Gives new cells their first trials, so that something can be shown: where trials are dear, as
   * many as a look may wait for.
   *
   * @return the cells that are still waiting, in their order
   */
  List<Cell<?>> open(List<Cell<?>> cells, Workers workers) {
    Set<Cell<?>> begun = Collections.synchronizedSet(identities());
    turn(
        cells,
        TURN,
        workers,
        cell -> {
          run(cell, 0, Rounds.FIRST_ROUND);
          begun.add(cell);
        });
    List<Cell<?>> waiting = new ArrayList<>(cells);
    waiting.removeIf(begun::contains);
    return waiting;
  }

  /** Gives the single points a few trials more, as long as curves can wait for them. */
  void sharpen(List<Cell<?>> cells, Workers workers) {
    turn(
        cells.stream().filter(cell -> cell.added() > 0).toList(),
        SINGLES,
        workers,
        cell -> run(cell, cell.added(), SINGLE_LOOK));
  }

  /**
   * Gives trials to those points alone that tell nothing yet, as long as they have fewer than every
   * cell has before some wait for others. What costs least goes first, so that a few dear points do
   * not keep all the others from being seen.
   *
   * @return whether there was such a point
   */
  boolean sharpenWhatTellsNothing(CellGrid grid, Aggregate aggregate, Workers workers) {
    Set<Cell<?>> wanting = identities();
    for (List<Cell<?>> point : grid.points()) {
      if (!Sharpness.tells(point, aggregate)) {
        point.stream()
            .filter(cell -> cell.added() < Math.min(Rounds.PATIENCE, cell.trials()))
            .forEach(wanting::add);
      }
    }
    List<Cell<?>> cells =
        grid.distinct().stream()
            .filter(wanting::contains)
            .sorted(Comparator.comparingDouble(cell -> cell.cost() * cell.added()))
            .toList();
    turn(
        cells,
        TURN,
        workers,
        cell -> run(cell, cell.added(), Math.max(Rounds.FIRST_ROUND, 2 * cell.added())));
    return !cells.isEmpty();
  }

  private void run(Cell<?> cell, int from, int to) {
    int end = Math.min(to, cell.trials());
    if (from < end) {
      cell.run(from, end, token);
      bank.count(end - from);
    }
  }

  private void turn(List<Cell<?>> cells, long nanos, Workers workers, Consumer<Cell<?>> trials) {
    Turn turn = new Turn(nanos * workers.threads());
    workers.forEach(cells.size(), token, i -> turn.take(() -> trials.accept(cells.get(i))));
  }

  private static Set<Cell<?>> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** A turn is over when its work has taken so long, however long it waited in between. */
  static final class Turn {
    private final long most;
    private final AtomicLong spent = new AtomicLong();

    /** A turn of so many nanoseconds of work. */
    Turn(long most) {
      this.most = most;
    }

    /** Does a piece of work if the turn is not over; the first always. */
    void take(Runnable work) {
      if (spent.get() < most) {
        long begin = System.nanoTime();
        work.run();
        spent.addAndGet(System.nanoTime() - begin);
      }
    }
  }
}
