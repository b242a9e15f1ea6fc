/**
 * What the error of an estimate comes from and what would help: {@link
 * gmrl.experiment.bias.diagnosis.ErrorDiagnosis} says what to run, {@link
 * gmrl.experiment.bias.diagnosis.Findings} what came out.
 */
@NullMarked
package gmrl.experiment.bias.diagnosis;

import org.jspecify.annotations.NullMarked;
