package gmrl.experiment.bias;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.ResumableExperiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MemoryNeed;
import gmrl.experiment.tabular.TabularSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the curves of a study together and publishes ever sharper results.
 *
 * <p>The first snapshot comes after a fraction of a tenth of a second, whatever the budget; the
 * following ones every tenth. What two curves have in common is computed once: MDPs, exact
 * solutions, and whole estimates that are the same arithmetic under two names. The units of
 * progress are trials.
 */
public final class BiasExperiment implements ResumableExperiment<BiasResult> {
  /** Time between two snapshots, short enough for an eye and long enough to amortise one. */
  private static final double SNAPSHOT_SECONDS = 0.08;

  /** Environment steps per second and thread to begin with, before the kernels are compiled. */
  private static final double COLD_SPEED = 2e6;

  /**
   * Cells that are made at a time, until all are: few enough for a first look within a frame or
   * two.
   */
  private static final int OPENED = 40;

  /** A first look is shown as it grows, so often that it seems to grow by itself. */
  private static final double GROWING_SECONDS = 0.04;

  /** A snapshot may take one in so many parts of the time. */
  private static final double SHOWN_SHARE = 4;

  private final BiasStudy study;
  private final TrialBank bank;
  private final @Nullable TabularSetup present;
  private final Aggregate sharpened;

  /** An experiment that has not run yet; it may run any number of times. */
  public BiasExperiment(BiasStudy study) {
    this(study, TrialBank.none());
  }

  /**
   * An experiment that goes on where others have stopped; its numbers are the same without.
   *
   * @param study what is estimated
   * @param bank lends the trials that are known and keeps the new ones
   */
  public BiasExperiment(BiasStudy study, TrialBank bank) {
    this(study, bank, null, Aggregate.BIAS_SQUARED);
  }

  private BiasExperiment(
      BiasStudy study, TrialBank bank, @Nullable TabularSetup present, Aggregate sharpened) {
    this.study = study;
    this.bank = bank;
    this.present = present;
    this.sharpened = sharpened;
  }

  /**
   * The same experiment for somebody who waits: it begins with the single points, one curve before
   * the others, and then with the points of curves that lie nearest to a setup.
   */
  public BiasExperiment from(TabularSetup nearest) {
    return new BiasExperiment(study, bank, nearest, sharpened);
  }

  /** The same experiment, whose trials go first where they sharpen another mean over MDPs. */
  public BiasExperiment sharpening(Aggregate aggregate) {
    return new BiasExperiment(study, bank, present, aggregate);
  }

  @Override
  public String units() {
    return "trials";
  }

  @Override
  public long total() {
    return study.specs().stream().mapToLong(BiasSpec::totalTrials).sum();
  }

  @Override
  public BiasResult run(
      Workers workers, CancellationToken token, Keeper keeper, Snapshots<BiasResult> snapshots) {
    long start = System.nanoTime();
    study
        .specs()
        .forEach(
            spec -> spec.points().forEach(setup -> MemoryNeed.require(setup, workers.threads())));
    bank.settle();
    CellGrid grid = CellGrid.plan(study, bank, present);
    keeper.takeUp(
        state -> {
          grid.openAll(workers, token);
          grid.carry(state);
        });
    long published = start;
    double growing = GROWING_SECONDS;
    List<Cell<?>> waiting = List.of();
    FirstTrials first = new FirstTrials(bank, token);
    Workers hands = present == null ? workers : workers.urgent();
    while (!grid.isOpen() || !waiting.isEmpty()) {
      boolean alone = !grid.hasSingles();
      List<Cell<?>> next = waiting.isEmpty() ? grid.open(OPENED, hands, token) : waiting;
      waiting = first.open(alone ? next : unknown(next), hands);
      if (alone && grid.hasSingles() && present != null) {
        first.sharpen(grid.distinct(), hands);
        snapshots.publish(grid.trialsDone(), snapshot(grid, hands, token, start));
        published = System.nanoTime();
      }
      long now = System.nanoTime();
      if (published == start || (now - published) * 1e-9 > growing) {
        snapshots.publish(grid.trialsDone(), snapshot(grid, hands, token, start));
        published = System.nanoTime();
        // Until the kernels are compiled, showing must not cost more than computing.
        growing = Math.max(GROWING_SECONDS, SHOWN_SHARE * (published - now) * 1e-9);
      }
    }
    while (present != null && first.sharpenWhatTellsNothing(grid, sharpened, hands)) {
      if ((System.nanoTime() - published) * 1e-9 > SNAPSHOT_SECONDS) {
        snapshots.publish(grid.trialsDone(), snapshot(grid, hands, token, start));
        published = System.nanoTime();
      }
    }
    Rounds schedule = new Rounds(grid.distinct(), cells -> Sharpness.of(cells, grid, sharpened));
    double speed = COLD_SPEED * workers.threads();
    double budget = speed * SNAPSHOT_SECONDS / 4;
    if ((published == start || present != null) && grid.trialsDone() > 0) {
      snapshots.publish(grid.trialsDone(), snapshot(grid, hands, token, start));
      published = System.nanoTime();
    }
    while (true) {
      long begin = System.nanoTime();
      List<Rounds.Block> blocks = schedule.next(budget);
      if (blocks.isEmpty()) {
        break;
      }
      workers.forEach(
          blocks.size(),
          token,
          i -> {
            Rounds.Block block = blocks.get(i);
            block.cell().run(block.from(), block.to(), token);
            bank.count(block.to() - block.from());
          });
      double seconds = Math.max(1e-6, (System.nanoTime() - begin) * 1e-9);
      speed = blocks.stream().mapToDouble(Rounds.Block::cost).sum() / seconds;
      budget = speed * SNAPSHOT_SECONDS / 2;
      keeper.putDown(grid::carry);
      if (published == start || (System.nanoTime() - published) * 1e-9 > SNAPSHOT_SECONDS) {
        snapshots.publish(grid.trialsDone(), snapshot(grid, true, workers, token, start));
        published = System.nanoTime();
      }
    }
    BiasResult result = snapshot(grid, true, workers, token, start);
    snapshots.publish(grid.trialsDone(), result);
    return result;
  }

  /** Who waits sees points of curves that are known without trials before any are made for them. */
  private List<Cell<?>> unknown(List<Cell<?>> cells) {
    return present == null ? cells : cells.stream().filter(cell -> !cell.isKnown()).toList();
  }

  private BiasResult snapshot(CellGrid grid, Workers workers, CancellationToken token, long start) {
    return snapshot(grid, present == null && grid.isOpen(), workers, token, start);
  }

  /**
   * What is known now.
   *
   * @param limits whether it is worth waiting for what infinitely many trajectories would leave
   */
  private BiasResult snapshot(
      CellGrid grid, boolean limits, Workers workers, CancellationToken token, long start) {
    List<Cell<?>> cells = grid.distinct();
    workers.forEach(
        cells.size(),
        token,
        i -> {
          cells.get(i).measures();
          if (limits) {
            cells.get(i).limits();
          }
        });
    List<BiasResult.CurveResult> curves = new ArrayList<>();
    for (int c = 0; c < study.curves().size(); c++) {
      BiasStudy.Curve curve = study.curves().get(c);
      List<TabularSetup> setups = curve.spec().points();
      List<BiasResult.PointResult> points = new ArrayList<>();
      for (int p = 0; p < setups.size(); p++) {
        List<Cell<?>> known = grid.cells(c, p);
        if (!known.isEmpty()) {
          points.add(point(curve.spec(), setups.get(p), p, known));
        }
      }
      curves.add(new BiasResult.CurveResult(curve.label(), curve.spec(), points));
    }
    return new BiasResult(
        curves,
        new BiasResult.Timing(
            Duration.ofNanos(System.nanoTime() - start), grid.environmentSteps()));
  }

  private static BiasResult.PointResult point(
      BiasSpec spec, TabularSetup setup, int index, List<Cell<?>> cells) {
    List<BiasResult.MdpResult> mdps =
        cells.stream()
            .map(
                cell ->
                    new BiasResult.MdpResult(
                        cell.exact().summary, cell.measures(), cell.knownLimits()))
            .toList();
    Optional<Double> value = spec.sweep().map(sweep -> sweep.values().get(index));
    return new BiasResult.PointResult(setup, value, mdps);
  }
}
