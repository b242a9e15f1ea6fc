/**
 * Loops over plain memory that know nothing of derivatives: matrix products, convolutions,
 * reductions, and how work is cut into parts.
 *
 * <p>For the packages of {@code gmrl.autodiff} only. Results do not depend on the number of
 * threads.
 */
@org.jspecify.annotations.NullMarked
package gmrl.autodiff.kernel;
