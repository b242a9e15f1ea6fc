package gmrl.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.Gate;
import gmrl.app.live.Tasks;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Theme;
import gmrl.experiment.Work;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The line that says what is running. */
@OnScreen
class StatusBarTest {
  private final Tasks tasks = new Tasks();
  private final ShellViewModel time = new ShellViewModel(new StateModel<>(""), new Gate(), false);

  @Start
  void open(Stage stage) {
    time.playingProperty().addListener((o, was, playing) -> tasks.setPaused(!playing));
    stage.setScene(new Scene(new StatusBarView(tasks, time, () -> {}), 900, 60));
    Theme.use(false);
    Theme.dress(stage.getScene());
    stage.show();
  }

  private static List<String> words(FxRobot robot) {
    return robot
        .lookup(n -> n instanceof Labeled && n.isVisible())
        .queryAllAs(Labeled.class)
        .stream()
        .map(Labeled::getText)
        .toList();
  }

  private static Button button(FxRobot robot, String beginning) {
    return robot.lookup(n -> n instanceof Button b && b.getText().startsWith(beginning)).query();
  }

  @Test
  void aPauseIsSaidAndLeftInTheListAndNothingMovesTheCorner(FxRobot robot) {
    Node settings = button(robot, "all settings");
    double place = settings.localToScene(settings.getLayoutBounds()).getMinX();
    robot.interact(
        () -> {
          tasks.add("board", Work.UNKNOWN, "trials", () -> {});
          tasks.reportSpeed(3e6);
        });
    assertThat(words(robot)).contains("1 task running ▸", "3.0 M steps/s");
    ProgressBar bar = robot.lookup(".progress-bar").query();
    assertThat(bar.isIndeterminate()).isTrue();
    robot.interact(time::togglePlaying);
    robot.interact(() -> button(robot, "1 task paused ▸").fire());
    assertThat(words(robot))
        .contains("paused (Ctrl+P goes on)", "board: paused", "The laboratory is paused.")
        .doesNotContain("3.0 M steps/s");
    assertThat(bar.isIndeterminate()).as("stands still").isFalse();
    assertThat(bar.getAccessibleText()).contains("paused");
    assertThat(settings.localToScene(settings.getLayoutBounds()).getMinX()).isEqualTo(place);
    robot.interact(() -> button(robot, "Go on").fire());
    assertThat(time.playingProperty().get()).isTrue();
    assertThat(words(robot)).contains("1 task running ▸", "board").doesNotContain("board: paused");
  }
}
