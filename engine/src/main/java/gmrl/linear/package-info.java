/**
 * Linear systems that are known by matrix–vector products, on plain arrays: {@link
 * gmrl.linear.ConjugateGradients} for every caller, whether its products come from a tabular
 * estimate or from the reverse pass of a network.
 */
@gmrl.LibraryApi
@org.jspecify.annotations.NullMarked
package gmrl.linear;
