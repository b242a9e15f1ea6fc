/**
 * Memory outside the Java heap, and the arithmetic of row-major shapes.
 *
 * <p>For the packages of {@code gmrl.autodiff} only; users open a {@link gmrl.autodiff.Scope}.
 */
@org.jspecify.annotations.NullMarked
package gmrl.autodiff.memory;
