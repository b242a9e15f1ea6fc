/**
 * Runs beside each other, whatever their family: {@link gmrl.experiment.compare.RunTable} is the
 * table of a run as curves of samples, {@link gmrl.experiment.compare.ConfigDiff} says in which
 * settings two runs differ, {@link gmrl.experiment.compare.RunComparison} whether their numbers do,
 * by {@link gmrl.experiment.compare.DifferenceTest}.
 */
@NullMarked
package gmrl.experiment.compare;

import org.jspecify.annotations.NullMarked;
