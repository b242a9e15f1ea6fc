package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.inspect.InspectorFeature;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.experiment.tabular.MdpSource;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Drawings of the window that are no plots stand in the figure studio, each as one panel. */
@OnScreen
class DrawingsTest {
  @TempDir static Path runs;
  private final StackPane root = new StackPane();
  private SmallWindow window;

  @Start
  void open(Stage stage) {
    LabState initial = LabState.initial().withSamples(8);
    MdpSource few = new MdpSource.Generated(6, 2, 0.5, 1, 2);
    LabState small = initial.withSetup(initial.setup().withSteps(3).withMdps(few));
    window = new SmallWindow(stage, small, runs);
    window.show(root, 1280, 780);
  }

  @Test
  void theyAreFiguresThatCarryThemselves(FxRobot robot) {
    Node inspector = new InspectorFeature().open(window.context).panels().get(0).get();
    robot.interact(() -> root.getChildren().setAll(inspector));
    window.picture("inspector");
    assertThat(window.drawings(robot))
        .containsExactlyInAnyOrder("inspector-trial", "inspector-mdp");
    assertThat(window.synchronous.failures).isEmpty();
  }
}
