package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.OnScreen;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class PageScrollTest {
  private ListView<Integer> list;
  private ScrollPane pane;
  private HBox page;

  @Start
  void show(Stage stage) {
    list = new ListView<>();
    pane = new ScrollPane();
    page = new HBox(list, pane);
    list.setMinWidth(300);
    page.setPrefSize(500, 400);
    // In a group it has this size in a window of any.
    stage.setScene(new Scene(new Group(page)));
    stage.show();
  }

  private static int screenfuls(FxRobot robot, HBox page, int by) {
    int[] count = new int[1];
    robot.interact(
        () -> {
          page.getScene().getRoot().layout();
          while (count[0] < 50 && PageScroll.page(page, by)) {
            page.getScene().getRoot().layout();
            count[0]++;
          }
        });
    return count[0];
  }

  /** Nothing is chosen by it: what is chosen may begin to compute. */
  @Test
  void aListIsGoneThroughByScreenfulsWithoutChoosing(FxRobot robot) {
    robot.interact(() -> list.getItems().setAll(IntStream.range(0, 60).boxed().toList()));
    assertThat(screenfuls(robot, page, -1)).isZero();
    assertThat(screenfuls(robot, page, 1)).isBetween(2, 8);
    assertThat(screenfuls(robot, page, 1)).as("its end").isZero();
    assertThat(screenfuls(robot, page, -1)).isBetween(2, 8);
    assertThat(list.getSelectionModel().isEmpty()).isTrue();
  }

  @Test
  void aPageIsGoneThroughToItsEndAndWhatFitsIsLeftAtOnce(FxRobot robot) {
    assertThat(screenfuls(robot, page, 1)).as("everything is in sight").isZero();
    Region high = new Region();
    high.setMinSize(100, 1000);
    robot.interact(() -> pane.setContent(high));
    assertThat(screenfuls(robot, page, 1)).isEqualTo(2);
    assertThat(pane.getVvalue()).isEqualTo(1);
    assertThat(screenfuls(robot, page, -1)).isEqualTo(2);
    robot.interact(() -> PageScroll.toEnd(page, 1));
    assertThat(pane.getVvalue()).isEqualTo(1);
    robot.interact(() -> PageScroll.toEnd(page, -1));
    assertThat(pane.getVvalue()).isZero();
  }
}
