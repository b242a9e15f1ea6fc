/**
 * Experiments on repeated games: {@link gmrl.experiment.ipd.LolaSpec} is one condition over several
 * seeds, a {@link gmrl.experiment.ipd.LolaStudy} several of them side by side, {@link
 * gmrl.experiment.ipd.LolaComparison} runs it, and {@link gmrl.experiment.ipd.LolaFamily} is what
 * everyone else knows of both. {@link gmrl.experiment.ipd.LolaFigures} lists the conditions of the
 * published figures, {@link gmrl.experiment.ipd.LolaReport} compares them with numbers known from
 * elsewhere.
 */
@NullMarked
package gmrl.experiment.ipd;

import org.jspecify.annotations.NullMarked;
