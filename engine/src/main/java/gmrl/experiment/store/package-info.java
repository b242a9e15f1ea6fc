/**
 * Runs on disk. A run is a folder: {@code run.json} with configuration, status, versions and
 * timings, {@code metrics.csv} with its numbers, {@code result.json} with its whole result once it
 * has ended, and whatever files an experiment adds.
 *
 * <p>{@link gmrl.experiment.store.RunFolder} is a run that is being written; {@link
 * gmrl.experiment.store.StoredRun} is one that is read, also after its process was killed; {@link
 * gmrl.experiment.store.RunStore} is a folder of runs.
 */
@NullMarked
package gmrl.experiment.store;

import org.jspecify.annotations.NullMarked;
