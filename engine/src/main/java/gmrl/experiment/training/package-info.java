/**
 * Meta-training: gradient ascent on φ with an estimated meta-gradient beside the exact one, so that
 * one sees what the bias costs.
 *
 * <p>{@link gmrl.experiment.training.TrainingSpec} says what is trained, {@link
 * gmrl.experiment.training.TrainingExperiment} runs it and publishes {@link
 * gmrl.experiment.training.TrainingResult}s.
 */
@NullMarked
package gmrl.experiment.training;

import org.jspecify.annotations.NullMarked;
