package gmrl.experiment.ipd;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.ipd.LolaRun;
import gmrl.ipd.LolaSnapshot;

/** Runs a {@link LolaSpec}, all seeds together, with a snapshot about ten times a second. */
public final class LolaExperiment implements Experiment<LolaSnapshot> {
  private static final double SECONDS_PER_SNAPSHOT = .1;

  private final LolaSpec spec;

  /** An experiment that has not begun. */
  public LolaExperiment(LolaSpec spec) {
    this.spec = spec;
  }

  @Override
  public long total() {
    return spec.updates();
  }

  @Override
  public LolaSnapshot run(
      Workers workers, CancellationToken token, Snapshots<LolaSnapshot> snapshots) {
    LolaRun run = new LolaRun(spec.config(), spec.seed(), spec.seeds());
    int done = 0;
    int stride = 1;
    while (done < spec.updates()) {
      int updates = Math.min(stride, spec.updates() - done);
      long start = System.nanoTime();
      run.advance(
          updates, (count, task) -> workers.forEach(count, token, task), token::isCancelled);
      token.check();
      double seconds = (System.nanoTime() - start) / 1e9;
      done += updates;
      snapshots.publish(done, run.snapshot());
      stride = (int) Math.max(1, Math.min(2.0 * stride, updates * SECONDS_PER_SNAPSHOT / seconds));
    }
    return run.snapshot();
  }
}
