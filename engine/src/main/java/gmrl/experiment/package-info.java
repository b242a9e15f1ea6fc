/**
 * Experiments as data and the machinery that runs them.
 *
 * <ul>
 *   <li>{@link gmrl.experiment.Experiment} is anything that can be run, observed and cancelled; its
 *       snapshots and its result are one immutable type.
 *   <li>{@link gmrl.experiment.ExperimentRunner} runs it: in the background for a window, on the
 *       calling thread for a command or a test. Every run emits {@link
 *       gmrl.experiment.ExperimentEvent}s to one plain listener.
 *   <li>{@link gmrl.experiment.CancellationToken} stops a run; {@link gmrl.experiment.Workers} are
 *       the threads it may use.
 * </ul>
 *
 * <p>The experiments themselves live one package down: {@code bias} for the bias of tabular
 * meta-gradients, {@code training} for meta-training, {@code file} for the files people bring, and
 * {@code store} for the folders that keep runs.
 */
@NullMarked
package gmrl.experiment;

import org.jspecify.annotations.NullMarked;
