package gmrl.app.ipd;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The payoff matrix as it is played stands in the figure studio. */
@ExtendWith(ApplicationExtension.class)
class PayoffFigureTest {
  @TempDir static Path runs;
  private SmallWindow window;

  @BeforeAll
  static void bePatient() {
    SmallWindow.bePatient();
  }

  @Start
  void open(Stage stage) {
    LabState small =
        IpdSettings.DEFAULT
            .with(
                fields -> {
                  fields.updates(6);
                  fields.seeds(2);
                })
            .in(LabState.initial().withSamples(8));
    window = new SmallWindow(stage, small, runs);
    Parent page =
        (Parent) new IpdFeature().open(window.context).workspaces().get(0).content().get();
    window.show(page, 1280, 780);
  }

  @Test
  void itIsAFigureThatCarriesItself(FxRobot robot) {
    window.picture("ipd");
    assertThat(window.drawings(robot)).containsExactly("payoffs");
    assertThat(window.synchronous.failures).isEmpty();
  }
}
