/**
 * Reverse-mode differentiation whose derivatives can themselves be differentiated, to any order.
 *
 * <p>Start with {@link gmrl.autodiff.Variable}: an array of floats or doubles that remembers how it
 * was computed. {@link gmrl.autodiff.Autodiff} turns a loss into gradients, products with the
 * Hessian and directional derivatives. {@link gmrl.autodiff.Scope} decides when memory outside the
 * Java heap is given back. {@link gmrl.autodiff.Fused} compiles a formula over several arrays into
 * one pass over memory, with its derivatives. {@link gmrl.autodiff.Recorded} writes a whole
 * function down once and then only computes it, which makes small networks several times faster.
 * {@link gmrl.autodiff.Ops} holds the operations that are not methods of a variable: convolution,
 * reductions, shapes, comparisons, stop-gradient.
 *
 * <p>When a derivative looks wrong, {@link gmrl.autodiff.inspect.HessianPath} says in words where
 * its path was cut, and {@link gmrl.autodiff.inspect.GradientGraph} draws it.
 *
 * <p>ND4J arrays go in through {@link
 * gmrl.autodiff.Variable#of(org.nd4j.linalg.api.ndarray.INDArray)} and come out through {@link
 * gmrl.autodiff.Variable#toArray()}. Between these doors the numbers live in buffers of {@code
 * gmrl.autodiff.memory}: one pass over a small array costs a microsecond or two there, against tens
 * of microseconds for an ND4J operation, and ND4J itself is not loaded until an array of its own is
 * asked for.
 */
@gmrl.LibraryApi
@org.jspecify.annotations.NullMarked
package gmrl.autodiff;
