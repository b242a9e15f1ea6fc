/**
 * The window. {@link gmrl.app.Launcher} opens it; {@link gmrl.app.GmrlApp} puts its parts together.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app;
