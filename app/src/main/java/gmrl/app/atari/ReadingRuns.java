package gmrl.app.atari;

import gmrl.atari.learn.RecordedRun;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import java.util.List;
import java.util.function.Supplier;

/** Reads runs off the interface thread. */
record ReadingRuns(Supplier<List<RecordedRun>> source) implements Experiment<List<Study>> {
  @Override
  public long total() {
    return 1;
  }

  @Override
  public List<Study> run(
      Workers workers, CancellationToken token, Snapshots<List<Study>> snapshots) {
    List<Study> studies = Study.of(source.get());
    snapshots.publish(1, studies);
    return studies;
  }
}
