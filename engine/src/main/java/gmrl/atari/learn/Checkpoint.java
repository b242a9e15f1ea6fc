package gmrl.atari.learn;

import gmrl.atari.VectorEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run needs to go on as if it had not been stopped, as plain numbers.
 *
 * @param steps decisions so far
 * @param learner the network and its optimiser
 * @param meta meta-parameters and theirs
 * @param outerCritic the outer loss's own critic, if it has one
 * @param random state of the generator that draws actions
 * @param environments what every environment stood at
 * @param pending the last window's outer experience, which is the next one's first inner batch;
 *     null between updates of learners without meta-learning
 */
public record Checkpoint(
    long steps,
    LearnerState learner,
    MetaLearner meta,
    @Nullable LearnerState outerCritic,
    long random,
    VectorEnvironment.Saved environments,
    @Nullable Segment pending) {}
