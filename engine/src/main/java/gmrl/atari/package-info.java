/**
 * Actor-critic learning on games. An {@link gmrl.atari.Environment} is one game, a {@link
 * gmrl.atari.VectorEnvironment} many of them stepped together; the games themselves lie in rooms of
 * their own. {@link gmrl.atari.Returns} computes the targets of a rollout as differentiable
 * functions of the discount γ and the trace parameter λ.
 */
@org.jspecify.annotations.NullMarked
package gmrl.atari;
