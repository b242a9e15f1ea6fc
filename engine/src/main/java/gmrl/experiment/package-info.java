/**
 * Experiments as data and the machinery that runs them.
 *
 * <ul>
 *   <li>{@link gmrl.experiment.Experiment} is anything that can be run, observed and cancelled; its
 *       snapshots and its result are one immutable type. A {@link
 *       gmrl.experiment.ResumableExperiment} goes on where it was cut short.
 *   <li>{@link gmrl.experiment.ExperimentRunner} runs it: in the background for a window, on the
 *       calling thread for a command or a test. Every run emits {@link
 *       gmrl.experiment.ExperimentEvent}s to one plain listener.
 *   <li>{@link gmrl.experiment.CancellationToken} stops a run; {@link gmrl.experiment.Workers} are
 *       the threads it may use.
 * </ul>
 *
 * <p>A {@link gmrl.experiment.Family} is a kind of experiment as one object: specification, run,
 * result, and how both are written down. Each lives in a package of its own that knows no other
 * family: {@code bias} for the bias of tabular meta-gradients, {@code training} for meta-training,
 * {@code ipd} for repeated games, {@code shaping} for learners that take each other into account in
 * them, {@code coin} for the Coin Game, {@code atari} for learning on games, {@code example} for
 * small problems on the differentiation library. {@code families} lists them.
 *
 * <p>Shared rooms: {@code tabular} for what bias and training both estimate on tabular MDPs, {@code
 * inspect} for a single trial of it, {@code compare} for runs beside each other, {@code sweep} for
 * grids over any parameters, {@code claim} for statements that can be wrong, {@code file} for the
 * files people bring, {@code store} for the folders that keep runs.
 */
@NullMarked
package gmrl.experiment;

import org.jspecify.annotations.NullMarked;
