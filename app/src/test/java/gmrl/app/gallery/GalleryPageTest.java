package gmrl.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.app.ui.FieldErrors;
import gmrl.app.ui.ValueField;
import gmrl.experiment.example.DeadPaths;
import gmrl.experiment.example.MamlSine;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The gallery, driven like a person would. */
@OnScreen
class GalleryPageTest {
  @TempDir static Path runs;

  private SmallWindow window;

  @Start
  void open(Stage stage) {
    window = new SmallWindow(stage, LabState.initial(), runs);
    GalleryViewModel model =
        new GalleryViewModel(
            window.synchronous.lab,
            () ->
                List.of(new MamlSine(5, 2, 3, 2, 0.02, 3e-3, 4, 1), new DeadPaths(3, 3, 1e-8, 1)));
    window.show(new GalleryView(window.context, model), 1280, 780);
  }

  private static ToggleButton button(FxRobot robot, String text) {
    return robot.lookup(n -> n instanceof ToggleButton b && text.equals(b.getText())).query();
  }

  @Test
  void numbersAreTypedAndTheGraphIsDrawn(FxRobot robot) {
    TextField steps =
        robot
            .lookup(n -> n instanceof TextField && "inner steps".equals(n.getAccessibleText()))
            .query();
    robot.interact(
        () -> {
          steps.setText("none");
          steps.getOnAction().handle(null);
        });
    assertThat(FieldErrors.seen(robot)).contains("none");
    robot.interact(
        () -> {
          steps.setText("4");
          steps.getOnAction().handle(null);
        });
    assertThat(steps.getScene()).as("the same field stays").isNotNull();
    assertThat(FieldErrors.seen(robot)).isEmpty();
    robot.interact(() -> ((ValueField) steps).move(false));
    assertThat(steps.getText()).as("taken back").isEqualTo("2");
    window.picture("gallery-light-1280");
    robot.interact(() -> button(robot, "Gradient graph").fire());
    assertThat(robot.lookup(".graph-box").queryAll()).hasSizeGreaterThan(10);
    assertThat(robot.lookup(".graph-parameter").queryAll()).hasSize(6);
    assertThat(window.drawings(robot))
        .as("for the figure studio")
        .containsExactly("gradient-graph");
    window.picture("graph-light-1280");
    robot.interact(
        () -> {
          window.dark(true);
          window.size(1024, 660);
        });
    window.picture("graph-dark-1024");
    robot.interact(() -> button(robot, "Dead paths and NaN").fire());
    robot.interact(() -> button(robot, "Plots").fire());
    TextField epsilon =
        robot
            .lookup(n -> n instanceof TextField && "epsilon".equals(n.getAccessibleText()))
            .query();
    assertThat(epsilon.getText()).isEqualTo("1e−8");
    assertThat(robot.lookup(n -> n instanceof ChartPanel).<ChartPanel>queryAll())
        .as("in a low window the page scrolls")
        .hasSize(3)
        .allMatch(plot -> plot.getHeight() > 180);
    window.picture("gallery-dark-1024");
    assertThat(window.synchronous.failures).isEmpty();
  }
}
