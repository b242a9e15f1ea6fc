/**
 * Gradient learners in two-player games that take each other into account: {@link
 * gmrl.ipd.shaping.Learner} lists them, {@link gmrl.ipd.shaping.DifferentiableGame} is what they
 * need of a game, exactly or as an estimate.
 */
@org.jspecify.annotations.NullMarked
package gmrl.ipd.shaping;
