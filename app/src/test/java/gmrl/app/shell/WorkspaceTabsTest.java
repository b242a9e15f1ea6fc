package gmrl.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.Gate;
import gmrl.app.state.StateModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Pages are turned in the order in which their tabs stand. */
@OnScreen
class WorkspaceTabsTest {
  private final ShellViewModel time = new ShellViewModel(new StateModel<>(""), new Gate(), false);
  private final List<Node> shown = new ArrayList<>();
  private WorkspaceTabs tabs;

  @Start
  void open(Stage stage) {
    open();
  }

  private void open() {
    tabs = new WorkspaceTabs(time, (page, controls) -> shown.add(page));
    for (String page : List.of("first/a", "second/b", "first/c", "third/d")) {
      String[] parts = page.split("/", -1);
      tabs.add(new Feature.Workspace(parts[1], Feature.Controls.NONE, Region::new).in(parts[0]));
    }
  }

  @Test
  void pagesOfOneTabFollowEachOther(FxRobot robot) {
    List<String> turned = new ArrayList<>();
    robot.interact(
        () -> {
          time.openPage("a");
          for (int i = 0; i < 4; i++) {
            turned.add(time.pageProperty().get());
            tabs.turn(1);
          }
          tabs.turn(-1);
          turned.add(time.pageProperty().get());
        });
    assertThat(turned).containsExactly("a", "c", "b", "d", "b");
    assertThat(shown).hasSize(5);
  }

  @Test
  void theNextWindowRemembersWhichPageOfATabWasLast(FxRobot robot) {
    robot.interact(
        () -> {
          time.openPage("c");
          time.openPage("d");
          open();
          ((SegmentedButton) tabs.getChildren().get(0)).getButtons().get(0).fire();
        });
    assertThat(time.pageProperty().get()).isEqualTo("c");
  }
}
