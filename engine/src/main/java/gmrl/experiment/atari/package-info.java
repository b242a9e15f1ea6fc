/**
 * Learning on games: {@link gmrl.experiment.atari.AtariSpec} is what is asked, {@link
 * gmrl.experiment.atari.AtariExperiment} runs it seed by seed, from a checkpoint if there is one,
 * {@link gmrl.experiment.atari.AtariResult} is what is known, and {@link
 * gmrl.experiment.atari.AtariFamily} is how all of them are written down.
 */
@NullMarked
package gmrl.experiment.atari;

import org.jspecify.annotations.NullMarked;
