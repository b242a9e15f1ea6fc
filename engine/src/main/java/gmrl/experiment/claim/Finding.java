package gmrl.experiment.claim;

import java.util.Optional;

/**
 * One number of a claim, and where it must lie.
 *
 * @param says what the number is, in words
 * @param statistic how it is computed
 * @param relation where it must lie; absent for a number that is only told
 * @param beside what theory or others have, in words; may be empty
 */
public record Finding(
    String says, Statistic statistic, Optional<Relation> relation, String beside) {}
