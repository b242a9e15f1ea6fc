/**
 * Actor-critic learning and meta-gradient RL on vectors of environments.
 *
 * <ul>
 *   <li>{@link gmrl.atari.learn.Trainer} is one run: each update plays, learns and reports; {@link
 *       gmrl.atari.learn.Checkpoint} is where it stands.
 *   <li>{@link gmrl.atari.learn.LearningSettings} and {@link gmrl.atari.learn.MetaSettings} are
 *       what it is told, {@link gmrl.atari.learn.Algorithm} which of the four learners it is.
 *   <li>{@link gmrl.atari.learn.NetworkSpec} and {@link gmrl.atari.learn.ActorCritic} are the
 *       networks, as pure functions of their parameters.
 * </ul>
 *
 * <p>Inside, {@code MetaWindow} is the adjoint recursion over K inner updates, {@code InnerStep}
 * one of its links, and {@code Losses} what is differentiated.
 */
@org.jspecify.annotations.NullMarked
package gmrl.atari.learn;
