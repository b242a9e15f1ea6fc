/**
 * Figures of learners that shape each other: {@link gmrl.app.shaping.ShapingFigures} lists them.
 * They have no page in the window; the figure studio shows them.
 */
@NullMarked
package gmrl.app.shaping;

import org.jspecify.annotations.NullMarked;
