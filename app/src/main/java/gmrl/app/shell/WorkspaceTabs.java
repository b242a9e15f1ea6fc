package gmrl.app.shell;

import gmrl.app.ui.HelpMark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Chooses between the dashboard and the workspaces; invisible while there is only one page. */
final class WorkspaceTabs extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final BiConsumer<Node, Feature.Controls> show;
  private final ShellViewModel time;

  WorkspaceTabs(ShellViewModel time, BiConsumer<Node, Feature.Controls> show) {
    this.time = time;
    this.show = show;
    time.pageProperty().addListener((o, old, now) -> open(now));
    setAlignment(Pos.CENTER);
    getStyleClass().add("workspace-tabs");
    group
        .selectedToggleProperty()
        .addListener(
            (o, old, now) -> {
              if (now == null && old != null) {
                group.selectToggle(old);
              }
            });
  }

  void add(String title, Feature.Controls controls, Supplier<Node> content) {
    ToggleButton button = new ToggleButton(title);
    button.setToggleGroup(group);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    Node[] built = new Node[1];
    button
        .selectedProperty()
        .addListener(
            (o, was, is) -> {
              if (is) {
                time.openPage(title);
                if (built[0] == null) {
                  built[0] = content.get();
                  HelpMark.mark(built[0], "page:" + title);
                }
                show.accept(built[0], controls);
              }
            });
    buttons.add(button);
    getChildren().add(button);
    for (int i = 0; i < buttons.size(); i++) {
      List<String> style = buttons.get(i).getStyleClass();
      style.removeAll(List.of("left-pill", "center-pill", "right-pill"));
      style.add(i == 0 ? "left-pill" : i == buttons.size() - 1 ? "right-pill" : "center-pill");
    }
    setVisible(buttons.size() > 1);
    setManaged(buttons.size() > 1);
  }

  private int selected() {
    for (int i = 0; i < buttons.size(); i++) {
      if (buttons.get(i).isSelected()) {
        return i;
      }
    }
    return -1;
  }

  /** Goes some pages on or back; stays where there is none. */
  void turn(int by) {
    int to = selected() + by;
    if (to >= 0 && to < buttons.size()) {
      buttons.get(to).setSelected(true);
    }
  }

  private void open(String title) {
    for (ToggleButton button : buttons) {
      if (button.getText().equals(title)) {
        button.setSelected(true);
      }
    }
  }
}
