package gmrl.app.live;

import gmrl.experiment.ExperimentRunner;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What every live experiment of one window shares.
 *
 * @param runner runs experiments; a synchronous one makes view-models testable without a toolkit
 * @param ui runs a task on the interface thread
 * @param later runs a task on the interface thread after a while
 * @param gate the pause button
 * @param tasks what is running
 * @param failures hears of what goes wrong
 */
public record Laboratory(
    ExperimentRunner runner, Executor ui, Later later, Gate gate, Tasks tasks, Failures failures) {

  /** Runs a task on the interface thread after a while. */
  @FunctionalInterface
  public interface Later {
    /** Runs a task after a delay. */
    void run(Duration delay, Runnable task);
  }

  /** A laboratory in which nothing waits, for tests. */
  public Laboratory(
      ExperimentRunner runner, Executor ui, Gate gate, Tasks tasks, Failures failures) {
    this(runner, ui, (delay, task) -> task.run(), gate, tasks, failures);
  }
}
