/**
 * Runs that are kept: {@link gmrl.app.shelf.Shelf} is the one list of them behind the window,
 * filled by the families with what they have computed and read from the run store of the user's
 * home; {@link gmrl.app.shelf.KeptRun} is one of them, {@link gmrl.app.shelf.Source} what a family
 * knows about its own, {@link gmrl.app.shelf.RunLabels} names them, {@link gmrl.app.shelf.Overlays}
 * draws them over the family's plots.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.shelf;
