package gmrl.app.live;

import gmrl.experiment.ExperimentRunner;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What every live experiment of one window shares.
 *
 * @param runner runs experiments; a synchronous one makes view-models testable without a toolkit
 * @param ui runs a task on the interface thread
 * @param gate the pause button
 * @param tasks what is running
 * @param failures takes one sentence about something that went wrong
 */
public record Laboratory(
    ExperimentRunner runner, Executor ui, Gate gate, Tasks tasks, Consumer<String> failures) {}
