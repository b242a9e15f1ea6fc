/**
 * Sweeps: a grid or a random design over any parameters of any family, run in pieces, on threads of
 * this machine or elsewhere, into one table.
 *
 * <p>{@link gmrl.experiment.sweep.SweepPlan} reads a document and knows its points; {@link
 * gmrl.experiment.sweep.SweepExperiment} runs them through a {@link
 * gmrl.experiment.sweep.SweepMaster}; {@link gmrl.experiment.sweep.SweepJournal} keeps what is
 * done, so that a killed sweep goes on; {@link gmrl.experiment.sweep.SweepTable} is what comes of
 * it.
 */
@NullMarked
package gmrl.experiment.sweep;

import org.jspecify.annotations.NullMarked;
