package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.GmrlApp;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.OwnHome;
import gmrl.app.ui.Await;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Repeated games in the real window: open the page, look back, measure. */
@OnScreen
@ExtendWith(OwnHome.class)
class IpdWindowTest {
  @Start
  void open(Stage stage) {
    new GmrlApp().start(stage);
  }

  @Test
  void oneLooksBackAndMeasures(FxRobot robot) throws Exception {
    ToggleButton tab =
        robot
            .lookup(n -> n instanceof ToggleButton b && b.getText().equals("Repeated games"))
            .query();
    robot.interact(tab::fire);
    Await.until(() -> policies(robot).map(c -> c.series().size() == 2).orElse(false));

    Slider time =
        robot
            .lookup(
                n ->
                    n instanceof Slider && "Update that is looked at".equals(n.getAccessibleText()))
            .query();
    Await.until(() -> time.getMax() >= 3);
    robot.interact(() -> time.setValue(0));
    Await.until(
        () ->
            policies(robot).orElseThrow().series().get(0).points().stream()
                .allMatch(point -> point.y() == .5));

    Button measure =
        robot.lookup(n -> n instanceof Button b && b.getText().equals("Measure bias here")).query();
    robot.interact(measure::fire);
    Await.until(
        () ->
            robot
                .lookup(n -> n instanceof Labeled l && isResult(l.getText()))
                .tryQuery()
                .isPresent());
    assertThat(time.getValue()).isZero();
  }

  private static boolean isResult(String text) {
    return text != null && text.contains("update 0: agent 1 — bias");
  }

  private static Optional<ChartModel> policies(FxRobot robot) {
    return robot.lookup(n -> n instanceof ChartPane).<ChartPane>queryAllAs(ChartPane.class).stream()
        .map(pane -> pane.modelProperty().get())
        .filter(model -> model.x().categories().contains("start"))
        .findFirst();
  }
}
