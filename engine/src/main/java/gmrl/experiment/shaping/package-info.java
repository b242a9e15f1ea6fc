/**
 * Learners that take each other into account, side by side in a repeated game: {@link
 * gmrl.experiment.shaping.ShapingSpec} says which, {@link
 * gmrl.experiment.shaping.ShapingExperiment} runs them, and {@link
 * gmrl.experiment.shaping.ShapingFamily} is what everyone else knows of both.
 */
@NullMarked
package gmrl.experiment.shaping;

import org.jspecify.annotations.NullMarked;
