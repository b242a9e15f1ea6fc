/**
 * The figure studio: plots of the window and figures of the catalogue put together for paper, seen
 * at print size, in grey and through other eyes, with their caption, and saved.
 *
 * <p>{@link gmrl.app.studio.StudioFeature} adds it to the window as a page; {@link
 * gmrl.app.shell.Exhibits} brings what it is asked to show.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.studio;
