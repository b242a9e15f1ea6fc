/** What the packages below have in common. */
@org.jspecify.annotations.NullMarked
package gmrl;
