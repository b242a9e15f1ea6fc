/**
 * Estimates of upper bounds on the two gradient biases, with the constants they need measured on
 * the problem.
 *
 * <p>{@link gmrl.theory.ConstantsProbe} measures {@link gmrl.theory.BoundConstants}; {@link
 * gmrl.theory.BiasBounds} turns them into bounds on the inner error, the compositional bias and the
 * Hessian bias, as {@link gmrl.theory.Bound}s that live in logarithms. With constants that hold
 * everywhere the formulas are bounds; with the constants of a few sampled paths they are estimates
 * of bounds, which rare actions can break. Usually they lie far above the bias itself: what they
 * predict is how it grows.
 */
@org.jspecify.annotations.NullMarked
package gmrl.theory;
