/**
 * Named arrays in NumPy's {@code .npz} files, so that Python reads what a run has learnt: {@link
 * gmrl.numpy.Npz}.
 */
@org.jspecify.annotations.NullMarked
package gmrl.numpy;
