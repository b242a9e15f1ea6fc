/**
 * Statements about gradient bias that can be wrong: where each comes from, the experiments that
 * speak to it, the statistics and thresholds that were fixed beforehand, and what came out.
 *
 * <p>{@link gmrl.experiment.claim.Claims} lists them as data, {@link
 * gmrl.experiment.claim.ClaimExperiment} runs one and {@link gmrl.experiment.claim.ClaimResult}
 * says what may be said. Numbers are read off the tables of the families; no family is known here
 * by name.
 */
@NullMarked
package gmrl.experiment.claim;

import org.jspecify.annotations.NullMarked;
