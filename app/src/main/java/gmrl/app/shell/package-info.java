/**
 * The frame around everything: header, control panel, dashboard, status bar, notifications.
 *
 * <p>A family of experiments joins the window by implementing {@link gmrl.app.shell.Feature}; it
 * receives a {@link gmrl.app.shell.LabContext} and gives back dashboard panels, workspaces and menu
 * entries. Nothing else in the shell needs to know it.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.shell;
