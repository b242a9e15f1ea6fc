/**
 * The list of all families of experiments, {@link gmrl.experiment.families.Families}: the only
 * place that names them together.
 */
@NullMarked
package gmrl.experiment.families;

import org.jspecify.annotations.NullMarked;
