package gmrl.experiment.claim;

import java.util.Optional;

/**
 * Numbers of an experiment: one measure at one position of one curve, over all its samples.
 *
 * @param study which of the claim's experiments
 * @param curve its curve; empty where there is one
 * @param measure what was measured
 * @param at position along the curve; where absent, its end
 */
record Place(String study, String curve, String measure, Optional<Double> at) {

  Place at(double x) {
    return new Place(study, curve, measure, Optional.of(x));
  }

  Place on(String other) {
    return new Place(study, other, measure, at);
  }
}
