/** Environments small enough to solve by hand, for seeing what a discount does. */
@org.jspecify.annotations.NullMarked
package gmrl.atari.chain;
