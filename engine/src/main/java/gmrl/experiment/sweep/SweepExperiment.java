package gmrl.experiment.sweep;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** Runs the points of a sweep that are not done yet; the units of progress are points. */
public final class SweepExperiment implements Experiment<SweepTable> {
  /** The master that is asked where nothing else is said. */
  public static final String LOCAL = "local";

  private static final long INTERVAL_NANOS = 100_000_000L;

  private final SweepPlan plan;
  private final String address;
  private final Optional<SweepJournal> journal;

  /**
   * A sweep.
   *
   * @param plan what is swept
   * @param address of the master, {@value #LOCAL} for the threads of this machine
   * @param journal what is done already and where the rest is kept; nothing if absent
   * @throws IllegalArgumentException if nobody understands the address
   */
  public SweepExperiment(SweepPlan plan, String address, Optional<SweepJournal> journal) {
    this.plan = plan;
    this.address = address;
    this.journal = journal;
    master(address);
  }

  private static SweepMaster master(String address) {
    SweepMaster local = new LocalMaster();
    if (local.serves(address)) {
      return local;
    }
    for (SweepMaster each : ServiceLoader.load(SweepMaster.class)) {
      if (each.serves(address)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "the master is \"%s\", expected %s; clusters of Spark need gmrl-spark on the class path, as"
                .formatted(address, LOCAL)
            + " spark-submit puts it");
  }

  @Override
  public String units() {
    return "points";
  }

  @Override
  public long total() {
    return plan.size();
  }

  @Override
  public SweepTable run(Workers workers, CancellationToken token, Snapshots<SweepTable> snapshots) {
    SweepOutcome[] outcomes = new SweepOutcome[plan.size()];
    try {
      if (journal.isPresent()) {
        for (SweepOutcome outcome : journal.get().read()) {
          if (outcome.point() < 0 || outcome.point() >= outcomes.length) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "the journal of the sweep has point %d, expected 0 to %d",
                    outcome.point(),
                    outcomes.length - 1));
          }
          outcomes[outcome.point()] = outcome;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    int[] missing = IntStream.range(0, outcomes.length).filter(i -> outcomes[i] == null).toArray();
    int[] done = {outcomes.length - missing.length};
    long[] published = {System.nanoTime() - INTERVAL_NANOS};
    snapshots.publish(done[0], SweepTable.of(plan, outcomes));
    master(address)
        .run(
            address,
            plan,
            missing,
            workers,
            token,
            fresh -> {
              List<SweepOutcome> kept = new ArrayList<>();
              for (SweepOutcome outcome : fresh) {
                if (outcomes[outcome.point()] == null) { // a lost executor may have sent it before
                  outcomes[outcome.point()] = outcome;
                  kept.add(outcome);
                }
              }
              keep(kept);
              done[0] += kept.size();
              if (System.nanoTime() - published[0] > INTERVAL_NANOS) {
                published[0] = System.nanoTime();
                snapshots.publish(done[0], SweepTable.of(plan, outcomes));
              }
            });
    if (token.isCancelled()) {
      throw new CancellationException("cancelled");
    }
    SweepTable table = SweepTable.of(plan, outcomes);
    snapshots.publish(done[0], table);
    return table;
  }

  private void keep(List<SweepOutcome> outcomes) {
    if (journal.isPresent()) {
      try {
        journal.get().add(outcomes);
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }
  }
}
