/**
 * Theory beside a bias study: {@link gmrl.experiment.bias.bound.BoundExperiment} computes a {@link
 * gmrl.experiment.bias.bound.BoundCurve} for each of its curves.
 */
@NullMarked
package gmrl.experiment.bias.bound;

import org.jspecify.annotations.NullMarked;
