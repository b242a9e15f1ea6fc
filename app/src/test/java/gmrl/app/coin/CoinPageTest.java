package gmrl.app.coin;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartPane;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of the Coin Game, driven like a person would. */
@OnScreen
class CoinPageTest {
  @TempDir static Path runs;

  private SmallWindow window;

  @Start
  void open(Stage stage) {
    LabState small =
        CoinSettings.DEFAULT
            .learners(c -> c.withBatch(32))
            .withUpdates(50)
            .withSeeds(3)
            .in(LabState.initial());
    window = new SmallWindow(stage, small, runs);
    window.show(new CoinFeature(), 1280, 780);
  }

  private static Button button(FxRobot robot, String text) {
    return robot.lookup(n -> n instanceof Button b && text.equals(b.getText())).query();
  }

  private static boolean says(FxRobot robot, String text) {
    return robot.lookup(n -> n instanceof Label l && l.getText().contains(text)).queryAll().stream()
        .map(n -> ((Labeled) n).getText())
        .anyMatch(t -> t.contains(text));
  }

  @Test
  void theGameIsPlayedAndItsRulesAreSaid(FxRobot robot) {
    assertThat(says(robot, "Both coins are on the board at once")).isTrue();
    assertThat(says(robot, "not comparable with published")).isTrue();
    assertThat(says(robot, "After 50 updates")).isTrue();
    assertThat(
            robot
                .lookup(n -> n instanceof ChartPane p && !p.modelProperty().get().isEmpty())
                .queryAll())
        .hasSize(2);
    // A step holds the match; from there on nothing moves by itself.
    robot.interact(() -> button(robot, "Step").fire());
    robot.interact(() -> button(robot, "New board").fire());
    robot.interact(() -> button(robot, "Step").fire());
    assertThat(says(robot, "step 1 of 32")).isTrue();
    robot.interact(() -> button(robot, "Step").fire());
    assertThat(says(robot, "step 2 of 32")).as("it holds after a step").isTrue();
    ChoiceBox<Long> who =
        robot
            .lookup(n -> n instanceof ChoiceBox && "Which seed plays".equals(n.getAccessibleText()))
            .query();
    robot.interact(() -> who.getSelectionModel().select(1));
    assertThat(says(robot, who.getConverter().toString(who.getValue()) + ", as learned"))
        .as("the box and the match call a seed alike")
        .isTrue();
    window.picture("coin-light-1280");
    robot.interact(
        () -> {
          window.dark(true);
          window.size(1024, 660);
        });
    window.picture("coin-dark-1024");
    assertThat(window.drawings(robot)).containsExactly("coin-board");
    assertThat(window.synchronous.failures).isEmpty();
  }
}
