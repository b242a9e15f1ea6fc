package gmrl.experiment.store;

import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentListener;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes a run into its folder while it goes on: numbers at most once a second, then how it ended.
 *
 * <p>A disk that fills up in mid-run does not end the run; the first such problem is told once and
 * the run goes on without its folder.
 *
 * @param <T> the experiment's snapshot
 */
public final class RunRecorder<T> implements ExperimentListener<T> {
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private final RunFolder folder;
  private final Function<T, String> csv;
  private final Consumer<String> problems;
  private long written;
  private boolean first = true;
  private boolean broken;

  /**
   * Records into a folder, which is closed after the last event.
   *
   * @param folder the run's
   * @param csv the numbers of a snapshot, with a header line
   * @param problems takes one sentence if the folder cannot be written any more
   */
  public RunRecorder(RunFolder folder, Function<T, String> csv, Consumer<String> problems) {
    this.folder = folder;
    this.csv = csv;
    this.problems = problems;
  }

  @Override
  public void on(ExperimentEvent<T> event) {
    if (broken) {
      return;
    }
    try {
      record(event);
    } catch (IOException e) {
      broken = true;
      problems.accept(e.getMessage() + "; the run goes on without its folder");
    }
  }

  private void record(ExperimentEvent<T> event) throws IOException {
    if (event instanceof ExperimentEvent.Progress<T> progress) {
      if (first || System.nanoTime() - written > INTERVAL_NANOS) {
        first = false;
        folder.writeMetrics(csv.apply(progress.snapshot()));
        written = System.nanoTime();
      }
    } else if (event instanceof ExperimentEvent.Completed<T> completed) {
      end(Optional.of(completed.result()), RunStatus.COMPLETED, Optional.empty());
    } else if (event instanceof ExperimentEvent.Cancelled<T> cancelled) {
      end(cancelled.last(), RunStatus.CANCELLED, Optional.empty());
    } else if (event instanceof ExperimentEvent.Failed<T> failed) {
      end(failed.last(), RunStatus.FAILED, Optional.of(failed.message()));
    }
  }

  private void end(Optional<T> last, RunStatus status, Optional<String> message)
      throws IOException {
    try (folder) {
      if (last.isPresent()) {
        folder.writeMetrics(csv.apply(last.get()));
      }
      folder.end(status, message);
    }
  }
}
