package gmrl.experiment.ipd;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
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
    Strider strider = new Strider(spec);
    snapshots.publish(0, strider.snapshot());
    while (!strider.isFinished()) {
      strider.advance(SECONDS_PER_SNAPSHOT, false, workers, token);
      snapshots.publish(strider.done(), strider.snapshot());
    }
    return strider.snapshot();
  }
}
