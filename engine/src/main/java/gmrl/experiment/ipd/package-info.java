/**
 * Experiments on repeated games: {@link gmrl.experiment.ipd.LolaSpec} is one condition over several
 * seeds, {@link gmrl.experiment.ipd.LolaExperiment} runs it, {@link
 * gmrl.experiment.ipd.LolaFigures} lists the conditions of the published figures, {@link
 * gmrl.experiment.ipd.LolaReport} compares them with numbers known from elsewhere, and {@link
 * gmrl.experiment.ipd.LolaJson} is the file format.
 */
@NullMarked
package gmrl.experiment.ipd;

import org.jspecify.annotations.NullMarked;
