package gmrl.experiment.atari;

import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.UpdateReport;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs the seeds of an {@link AtariSpec}: those of small games side by side, those of the emulator
 * one after another. Units of work are steps, decisions of all environments.
 *
 * <p>With a {@link CheckpointFolder} each seed goes on from its last checkpoint. On miniature games
 * that is exact: the curve is the one of a run that was never stopped. The emulator's games are
 * played again from their beginning where that leads to the same place, and begun anew where it
 * does not; the result says which.
 */
public final class AtariExperiment implements Experiment<AtariResult> {
  /** Looks on while a run learns. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * Called by the thread that learns, after each update; may look at the environments and may
     * wait.
     */
    void after(long seed, VectorEnvironment environments, UpdateReport report);
  }

  private final AtariSpec spec;
  private final @Nullable Path roms;
  private final @Nullable CheckpointFolder checkpoints;
  private final Watcher watcher;

  /** What learners are told from the next update on. */
  private final AtomicReference<LearningSettings> wanted;

  /** Nothing is kept, and games are looked for in the usual places. */
  public AtariExperiment(AtariSpec spec) {
    this(spec, null, null, (seed, environments, report) -> {});
  }

  /**
   * An experiment.
   *
   * @param roms folder of Atari games, or null for the usual places
   * @param checkpoints where to go on from and to keep what is learnt, or null
   */
  public AtariExperiment(
      AtariSpec spec,
      @Nullable Path roms,
      @Nullable CheckpointFolder checkpoints,
      Watcher watcher) {
    this.spec = spec;
    this.roms = roms;
    this.checkpoints = checkpoints;
    this.watcher = watcher;
    this.wanted = new AtomicReference<>(spec.learning());
  }

  /**
   * Changes what the learners are told, from the next update of each on.
   *
   * @throws IllegalArgumentException if the algorithm is another
   */
  public void change(LearningSettings next) {
    if (next.algorithm() != spec.learning().algorithm()) {
      throw new IllegalArgumentException("the algorithm cannot change during a run");
    }
    wanted.set(next);
  }

  @Override
  public String units() {
    return "steps";
  }

  @Override
  public long total() {
    return Math.multiplyExact(spec.learning().numEnvSteps(), (long) spec.seeds());
  }

  @Override
  public AtariResult run(
      Workers workers, CancellationToken token, Snapshots<AtariResult> snapshots) {
    // What is missing is said before anything runs.
    spec.game().opener(roms);
    Board board = new Board(snapshots);
    if (spec.game().heavy()) {
      for (int i = 0; i < spec.seeds(); i++) {
        one(i, workers.threads(), token, board);
      }
    } else {
      sideBySide(workers.threads(), token, board);
    }
    return board.result();
  }

  /**
   * A run that is kept ends when each seed under way has kept what it learnt.
   *
   * <p>A seed is one long task, in which its watcher may wait for as long as it likes: shared
   * threads would do nothing else meanwhile. So it has as many threads of its own.
   */
  private void sideBySide(int threads, CancellationToken token, Board board) {
    try (Workers own = new Workers(threads)) {
      sideBySide(own, token, board);
    }
  }

  private void sideBySide(Workers own, CancellationToken token, Board board) {
    Phaser underWay = new Phaser(1);
    try {
      own.forEach(
          spec.seeds(),
          token,
          i -> {
            underWay.register();
            try {
              one(i, 1, token, board);
            } finally {
              underWay.arriveAndDeregister();
            }
          });
    } catch (CancellationException e) {
      if (checkpoints != null) {
        underWay.arriveAndAwaitAdvance();
      }
      throw e;
    }
  }

  private void one(int index, int threads, CancellationToken token, Board board) {
    long seed = spec.seed() + index;
    new SeedRunner(spec, seed, roms, checkpoints, watcher, wanted::get)
        .run(threads, token, run -> board.put(index, run));
  }

  /** What each seed has shown so far. */
  private final class Board {
    private final List<AtariResult.SeedRun> runs = new ArrayList<>();
    private final Snapshots<AtariResult> snapshots;

    Board(Snapshots<AtariResult> snapshots) {
      this.snapshots = snapshots;
      for (int i = 0; i < spec.seeds(); i++) {
        runs.add(
            new AtariResult.SeedRun(
                spec.seed() + i, new LearningCurve(List.of()), List.of(), List.of()));
      }
    }

    synchronized void put(int index, AtariResult.SeedRun run) {
      runs.set(index, run);
      AtariResult now = result();
      snapshots.publish(Math.min(total(), now.steps()), now);
    }

    synchronized AtariResult result() {
      return new AtariResult(spec, runs);
    }
  }
}
