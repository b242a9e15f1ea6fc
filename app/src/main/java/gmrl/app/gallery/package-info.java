/**
 * The gallery: the engine's small meta-learning examples, run and drawn live.
 *
 * <p>{@link gmrl.app.gallery.GalleryFeature} adds it to the window as a workspace.
 */
@NullMarked
package gmrl.app.gallery;

import org.jspecify.annotations.NullMarked;
