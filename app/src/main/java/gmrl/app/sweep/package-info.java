/**
 * The page on which a table is looked at, above all that of a sweep: filtered, sorted, any column
 * against any other, in facets, and all of them side by side.
 */
@NullMarked
package gmrl.app.sweep;

import org.jspecify.annotations.NullMarked;
