package gmrl.experiment;

import java.time.Duration;
import java.util.Optional;

/**
 * What a run tells its listener: one {@link Started}, any number of {@link Progress}, then exactly
 * one of {@link Completed}, {@link Failed} and {@link Cancelled}.
 *
 * @param <T> the experiment's immutable snapshot; a result is its last snapshot
 */
public sealed interface ExperimentEvent<T> {

  /**
   * The run has begun.
   *
   * @param total units of work it will do
   */
  record Started<T>(long total) implements ExperimentEvent<T> {}

  /**
   * A better snapshot than the one before.
   *
   * @param work how far it is, non-decreasing
   * @param snapshot immutable; safe to hand to any thread
   */
  record Progress<T>(Work work, T snapshot) implements ExperimentEvent<T> {
    /** A snapshot after so many units of work. */
    public Progress(long done, long total, T snapshot) {
      this(new Work(done, total), snapshot);
    }
  }

  /**
   * The whole budget was spent.
   *
   * @param result the final snapshot
   * @param elapsed wall-clock time of the run
   */
  record Completed<T>(T result, Duration elapsed) implements ExperimentEvent<T> {}

  /**
   * The run could not go on.
   *
   * @param message one sentence for a person
   * @param cause what was thrown
   * @param last the last snapshot, if there was one
   */
  record Failed<T>(String message, Throwable cause, Optional<T> last)
      implements ExperimentEvent<T> {}

  /**
   * The run was cancelled.
   *
   * @param last the last snapshot, if there was one: what was computed is kept
   * @param elapsed wall-clock time of the run
   */
  record Cancelled<T>(Optional<T> last, Duration elapsed) implements ExperimentEvent<T> {}
}
