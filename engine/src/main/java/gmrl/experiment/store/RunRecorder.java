package gmrl.experiment.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentListener;
import gmrl.experiment.Family;
import gmrl.experiment.RunFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes a run into its folder while it goes on: numbers at most once a second, then how it ended.
 *
 * <p>A disk that fills up in mid-run does not end the run; the first such problem is told once, and
 * writing is tried again as long as the run goes on. {@link #isKept} says in the end whether the
 * folder has all of it.
 *
 * @param <T> the experiment's snapshot
 */
public final class RunRecorder<T> implements ExperimentListener<T> {
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private final RunFolder folder;
  private final Function<T, String> csv;
  private final Optional<BiFunction<T, RunFacts, ObjectNode>> document;
  private final Consumer<String> problems;
  private final boolean meanwhile;
  private long written;
  private boolean first = true;
  private boolean told;
  private boolean kept;

  /**
   * Records into a folder, which is closed after the last event.
   *
   * @param folder the run's
   * @param csv the numbers of a snapshot, with a header line
   * @param problems takes one sentence if the folder cannot be written any more
   */
  public RunRecorder(RunFolder folder, Function<T, String> csv, Consumer<String> problems) {
    this(folder, csv, Optional.empty(), problems, true);
  }

  private RunRecorder(
      RunFolder folder,
      Function<T, String> csv,
      Optional<BiFunction<T, RunFacts, ObjectNode>> document,
      Consumer<String> problems,
      boolean meanwhile) {
    this.meanwhile = meanwhile;
    this.folder = folder;
    this.csv = csv;
    this.document = document;
    this.problems = problems;
  }

  /**
   * Records the numbers when the run ends, for experiments that keep what is done in a file of
   * their own and whose table is long.
   */
  public static <T> RunRecorder<T> atTheEnd(
      RunFolder folder, Function<T, String> csv, Consumer<String> problems) {
    return new RunRecorder<>(folder, csv, Optional.empty(), problems, false);
  }

  /**
   * Records a run of a family into a folder: its table while it goes on, its whole result in the
   * end.
   *
   * @param every a series over updates is kept every so many of them
   */
  public static <S, R> RunRecorder<R> of(
      Family<S, R> family, S spec, int every, RunFolder folder, Consumer<String> problems) {
    return new RunRecorder<>(
        folder,
        result -> family.csv(spec, result, every).text(),
        Optional.of((result, facts) -> family.json(spec, result, facts.shownEvery(every))),
        problems,
        true);
  }

  @Override
  public void on(ExperimentEvent<T> event) {
    if (event instanceof ExperimentEvent.Progress<T> progress) {
      if (meanwhile && (first || System.nanoTime() - written > INTERVAL_NANOS)) {
        first = false;
        written = System.nanoTime();
        attempt(
            () -> {
              RunFolder.requireThere(folder.path());
              folder.writeMetrics(csv.apply(progress.snapshot()));
            },
            "; the run goes on and tries again");
      }
    } else if (event instanceof ExperimentEvent.Completed<T> completed) {
      end(Optional.of(completed.result()), RunStatus.COMPLETED, Optional.empty());
    } else if (event instanceof ExperimentEvent.Cancelled<T> cancelled) {
      end(cancelled.last(), RunStatus.CANCELLED, Optional.empty());
    } else if (event instanceof ExperimentEvent.Failed<T> failed) {
      end(failed.last(), RunStatus.FAILED, Optional.of(failed.message()));
    }
  }

  /** Whether the run has ended and its folder has its numbers and how it ended. */
  public boolean isKept() {
    return kept;
  }

  private void end(Optional<T> last, RunStatus status, Optional<String> message) {
    kept =
        attempt(
            () -> {
              if (last.isPresent()) {
                folder.writeMetrics(csv.apply(last.get()));
              }
              if (last.isPresent() && document.isPresent()) {
                RunFacts facts = new RunFacts(status == RunStatus.COMPLETED, folder.seconds(), 1);
                folder.writeResult(document.get().apply(last.get(), facts));
              }
              Path place = folder.end(status, message);
              if (place.endsWith(RunFolder.UNFINISHED)) {
                problems.accept(
                    "the run before it stays in "
                        + place.getParent()
                        + "; this one is in "
                        + place);
              }
            },
            "");
    if (!kept && status != RunStatus.FAILED) {
      // A full disk may still have room for a sentence; the numbers there are the last that fitted.
      attempt(
          () -> folder.end(RunStatus.FAILED, Optional.of("the run's numbers could not be written")),
          "");
    }
    attempt(folder::close, "");
  }

  private boolean attempt(Writing writing, String then) {
    try {
      writing.run();
      return true;
    } catch (IOException e) {
      if (!told) {
        told = true;
        problems.accept(e.getMessage() + then);
      }
      return false;
    }
  }

  /** Something that may fail for want of a disk. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
