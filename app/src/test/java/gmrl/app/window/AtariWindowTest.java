package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.GmrlApp;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.OwnHome;
import gmrl.app.ui.Await;
import gmrl.app.ui.PanelFrame;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Recorded runs in the real window: below the board, and on their page. */
@OnScreen
@ExtendWith(OwnHome.class)
class AtariWindowTest {
  @Start
  void open(Stage stage) {
    new GmrlApp().start(stage);
  }

  private static List<ChartModel> charts(FxRobot robot) {
    return robot.lookup(n -> n instanceof ChartPane).<ChartPane>queryAll().stream()
        .map(pane -> pane.modelProperty().get())
        .toList();
  }

  private static boolean shows(FxRobot robot, String series) {
    return charts(robot).stream()
        .flatMap(chart -> chart.series().stream())
        .anyMatch(s -> s.name().equals(series));
  }

  @Test
  void whatWasRecordedIsSeenAndChosen(FxRobot robot) throws Exception {
    robot.interact(button(robot, "Board")::fire);
    Await.until(() -> shows(robot, "single seeds at the end, A2C"));
    assertThat(
            robot
                .lookup(
                    n ->
                        n instanceof PanelFrame cost
                            && "What it costs: miniature Breakout".equals(cost.title()))
                .tryQuery())
        .isPresent();
    ToggleButton tab =
        robot.lookup(n -> n instanceof ToggleButton b && b.getText().equals("Atari")).query();
    robot.interact(tab::fire);
    Await.until(() -> charts(robot).size() == 6);
    TableView<?> runs = robot.lookup(n -> n instanceof TableView).query();
    assertThat(runs.getItems()).isNotEmpty();
    CheckBox a2c = robot.lookup(n -> n instanceof CheckBox b && b.getText().equals("A2C")).query();
    robot.interact(a2c::fire);
    Await.until(() -> !shows(robot, "A2C") && shows(robot, "MGRL-LVC"));
    learnsBeforeOnesEyes(robot);
  }

  private static void learnsBeforeOnesEyes(FxRobot robot) throws Exception {
    robot.interact(button(robot, "Live learner")::fire);
    robot.interact(button(robot, "Start")::fire);
    Await.until(() -> shows(robot, "MGRL-LVC, seed 42"));
    robot.interact(button(robot, "Pause")::fire);
    assertThat(button(robot, "Go on").isDisabled()).isFalse();
    robot.interact(button(robot, "Stop")::fire);
    assertThat(button(robot, "Stop").isDisabled()).isTrue();
  }

  private static ButtonBase button(FxRobot robot, String text) {
    return robot.lookup(n -> n instanceof ButtonBase b && b.getText().equals(text)).query();
  }
}
