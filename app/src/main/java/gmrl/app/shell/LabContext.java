package gmrl.app.shell;

import gmrl.app.live.Laboratory;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Dialogs;
import javafx.beans.property.ReadOnlyBooleanProperty;

/**
 * What a feature may use.
 *
 * @param laboratory runs experiments and brings their snapshots to the interface thread
 * @param state everything the person has chosen; a feature's own choices live in its {@code
 *     extras}, and follow undo, files and links there
 * @param notices tells the person something
 * @param dialogs asks for files, copies text
 * @param time theme, play, pause, step, restart
 */
public record LabContext(
    Laboratory laboratory,
    StateModel<LabState> state,
    NoticesViewModel notices,
    Dialogs dialogs,
    ShellViewModel time) {

  /** Whether the dark theme is on. */
  public ReadOnlyBooleanProperty dark() {
    return time.darkProperty();
  }
}
