package gmrl.app.ipd;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The payoff matrix as it is played stands in the figure studio. */
@OnScreen
class PayoffFigureTest {
  @TempDir static Path runs;
  private SmallWindow window;

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
    window.show(new IpdFeature(), 1280, 780);
  }

  @Test
  void itIsAFigureThatCarriesItself(FxRobot robot) {
    window.picture("ipd");
    assertThat(window.drawings(robot)).containsExactly("payoffs");
    assertThat(window.synchronous.failures).isEmpty();
  }
}
