/**
 * Upper bounds on the two gradient biases, with the constants they need measured on the problem.
 *
 * <p>{@link gmrl.theory.ConstantsProbe} measures {@link gmrl.theory.BoundConstants}; {@link
 * gmrl.theory.BiasBounds} turns them into bounds on the inner error, the compositional bias and the
 * Hessian bias, as {@link gmrl.theory.Bound}s that live in logarithms. They are bounds, usually far
 * above the bias itself: what they predict is how it grows.
 */
@org.jspecify.annotations.NullMarked
package gmrl.theory;
