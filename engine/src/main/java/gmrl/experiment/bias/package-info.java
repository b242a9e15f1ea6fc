/**
 * The bias of tabular meta-gradient estimates: specification, runner and results.
 *
 * <p>{@link gmrl.experiment.bias.BiasSpec} is one estimate or a sweep of them; {@link
 * gmrl.experiment.bias.BiasStudy} puts several side by side as curves; {@link
 * gmrl.experiment.bias.BiasExperiment} runs a study and publishes {@link
 * gmrl.experiment.bias.BiasResult}s that sharpen as trials come in. {@link
 * gmrl.experiment.bias.BiasSpecJson} is the file format.
 */
@NullMarked
package gmrl.experiment.bias;

import org.jspecify.annotations.NullMarked;
