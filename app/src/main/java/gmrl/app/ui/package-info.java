/**
 * Widgets shared by all views: {@link gmrl.app.ui.ParameterSlider} for a number, {@link
 * gmrl.app.ui.Icons} for glyphs, {@link gmrl.app.ui.Dialogs} for everything modal.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.ui;
