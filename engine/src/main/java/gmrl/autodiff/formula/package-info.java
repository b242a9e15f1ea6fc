/**
 * Formulas over the elements of several arrays, their derivatives, and how they are evaluated.
 *
 * <p>Write a {@link gmrl.autodiff.formula.Formula} and hand it to {@link gmrl.autodiff.Fused#of};
 * the other types here are what {@code Fused} is made of.
 */
@gmrl.LibraryApi
@org.jspecify.annotations.NullMarked
package gmrl.autodiff.formula;
