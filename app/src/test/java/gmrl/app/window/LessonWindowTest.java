package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.GmrlApp;
import gmrl.app.chart.ChartPane;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.OwnHome;
import gmrl.app.ui.Await;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A student's first two minutes with a lesson, in the real window. */
@OnScreen
@ExtendWith(OwnHome.class)
class LessonWindowTest {
  @Start
  void open(Stage stage) {
    new GmrlApp().start(stage);
  }

  @Test
  void aCurveIsDrawnRevealedAndKept(FxRobot robot) throws Exception {
    robot.interact(
        () ->
            robot.lookup(".page-tab").queryAllAs(ToggleButton.class).stream()
                .filter(tab -> tab.getText().equals("Lessons"))
                .forEach(ToggleButton::fire));
    robot.interact(
        () ->
            robot
                .lookup(n -> "Lesson 1: What a meta-gradient is".equals(n.getAccessibleText()))
                .queryAs(Button.class)
                .fire());
    Await.until(() -> robot.lookup(".lesson .chart-pane").tryQuery().isPresent());
    ChartPane plot = robot.lookup(".lesson .chart-pane").queryAs(ChartPane.class);
    Await.until(() -> plot.getWidth() > 300);

    drag(robot, plot, 0.2, 0.8, 0.9, 0.3);
    Await.until(() -> isDrawnUpwards(plot));

    robot.interact(() -> button(robot, "_Reveal").fire());
    Await.until(() -> names(plot).equals(List.of("K = 0", "your prediction")));
    Await.until(() -> labels(robot).stream().anyMatch(text -> text.contains(" you drew ")));

    robot.interact(() -> button(robot, "Ne_xt").requestFocus());
    robot.press(KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN);
    Await.until(() -> labels(robot).contains("Step 2 of 5") && names(plot).isEmpty());
    robot.press(KeyCode.PAGE_UP).release(KeyCode.PAGE_UP);
    Await.until(() -> names(plot).contains("your prediction"));

    for (int step = 1; step < 5; step++) {
      robot.interact(() -> button(robot, "Ne_xt").fire());
    }
    Await.until(() -> labels(robot).contains("Step 5 of 5"));
    assertThat(plot.getScene()).as("the last step has its plot, too").isNotNull();
    robot.interact(() -> button(robot, "_Back").fire());
    Await.until(() -> labels(robot).contains("Step 4 of 5"));
    assertThat(plot.getScene()).isNotNull();
    assertThat(robot.lookup(".lesson-title").queryAs(Label.class).getText())
        .isEqualTo("Several steps, several factors");
  }

  /** As a whole: the plot shows the prediction while it is being drawn. */
  private static boolean isDrawnUpwards(ChartPane plot) {
    if (!names(plot).equals(List.of("your prediction"))) {
      return false;
    }
    List<ChartPoint> drawn = plot.modelProperty().get().series().get(0).points();
    return drawn.size() > 6 && drawn.get(0).y() < drawn.get(drawn.size() - 1).y();
  }

  private static void drag(
      FxRobot robot, ChartPane plot, double x1, double y1, double x2, double y2) {
    Point2D from = plot.localToScreen(x1 * plot.getWidth(), y1 * plot.getHeight());
    Point2D to = plot.localToScreen(x2 * plot.getWidth(), y2 * plot.getHeight());
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
  }

  private static List<String> names(ChartPane plot) {
    return plot.modelProperty().get().series().stream().map(ChartSeries::name).toList();
  }

  private static Button button(FxRobot robot, String text) {
    return robot
        .lookup(n -> n instanceof Button b && b.getText().equals(text))
        .queryAs(Button.class);
  }

  private static List<String> labels(FxRobot robot) {
    return robot.lookup(n -> n instanceof Label && n.isVisible()).queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }
}
