/**
 * Trees of parameters: any nesting of records, maps, lists, arrays and optionals, seen as one
 * value.
 *
 * <p>Which type to use when:
 *
 * <ul>
 *   <li>{@link gmrl.tree.Trees} does everything: flatten, map, zip, reduce, transpose, broadcast,
 *       partition. Start with {@link gmrl.tree.Trees#standard()}; variants (none as a leaf, own
 *       node types, a stop predicate) are further immutable values, never global state.
 *   <li>{@link gmrl.tree.TreeSpec} is a structure without its leaves: rebuild a tree from a list of
 *       leaves, compare structures, put one inside another.
 *   <li>{@link gmrl.tree.TreePath} names a place in a tree, and prints as the code that reads it.
 *   <li>{@link gmrl.tree.NodeType} makes a class of your own a node.
 *   <li>{@link gmrl.tree.OrderedMap} is a map whose order belongs to its structure; every other map
 *       is read in sorted key order.
 *   <li>{@link gmrl.tree.TreeException} is thrown for bad structures, and names the first place.
 * </ul>
 *
 * Everything here is immutable and safe for use by many threads. Nothing here knows about tensors:
 * whatever is not a node is a leaf.
 */
@gmrl.LibraryApi
@NullMarked
package gmrl.tree;

import org.jspecify.annotations.NullMarked;
