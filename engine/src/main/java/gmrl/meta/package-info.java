/** The two-loop meta-gradient, its slots, and the measures taken of its estimates. */
@org.jspecify.annotations.NullMarked
package gmrl.meta;
