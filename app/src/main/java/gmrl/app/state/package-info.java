/**
 * What the window remembers: {@link gmrl.app.state.StateModel} holds the one immutable state with
 * its undo history, {@link gmrl.app.state.SettingsStore} keeps preferences and the last session on
 * disk.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.state;
