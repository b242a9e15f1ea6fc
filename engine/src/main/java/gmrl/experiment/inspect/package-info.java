/**
 * One trial under the magnifying glass: {@link gmrl.experiment.inspect.TrialInspection} follows it
 * through its inner steps and says what each slot contributes to its error.
 */
@NullMarked
package gmrl.experiment.inspect;

import org.jspecify.annotations.NullMarked;
