package gmrl.app.shell;

import gmrl.app.live.Laboratory;
import gmrl.app.shelf.Shelf;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import gmrl.app.ui.ColumnWidths;
import gmrl.app.ui.Dialogs;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/**
 * What a feature may use.
 *
 * @param laboratory runs experiments and brings their snapshots to the interface thread
 * @param state everything the person has chosen; a feature's own choices have a place there, and
 *     follow undo, files and links
 * @param files writes and reads that state
 * @param notices tells the person something
 * @param dialogs asks for files, copies text
 * @param time theme, play, pause, step, restart
 * @param shelf keeps runs and draws kept ones over plots
 * @param columns gives tables the widths of their columns that somebody has chosen
 */
public record LabContext(
    Laboratory laboratory,
    StateModel<LabState> state,
    LabStateJson files,
    NoticesViewModel notices,
    Dialogs dialogs,
    ShellViewModel time,
    Shelf shelf,
    ColumnWidths columns) {

  /**
   * Lets something follow the time controls while a node is on screen: what is hidden waits.
   *
   * @param node on screen while it belongs to a scene
   * @param timed started when the node comes, stopped when it goes
   */
  public void whileShowing(Node node, ShellViewModel.Timed timed) {
    node.sceneProperty()
        .addListener(
            (o, was, is) -> {
              if (time.startedProperty().get()) {
                if (is != null) {
                  timed.start();
                } else {
                  timed.stop();
                }
              }
            });
    time.follow(
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            if (node.getScene() != null) {
              timed.start();
            }
          }

          @Override
          public void playing(boolean playing) {
            timed.playing(playing);
          }

          @Override
          public void step() {
            if (node.getScene() != null) {
              timed.step();
            }
          }

          @Override
          public void restart() {
            if (node.getScene() != null) {
              timed.restart();
            }
          }
        });
  }

  /** Whether the dark theme is on. */
  public ReadOnlyBooleanProperty dark() {
    return time.darkProperty();
  }
}
