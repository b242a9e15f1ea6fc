/**
 * Actor-critic learning on games: {@link gmrl.atari.Returns} computes the targets of a rollout as
 * differentiable functions of the discount γ and the trace parameter λ.
 */
@org.jspecify.annotations.NullMarked
package gmrl.atari;
