package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TipTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 24, 1280, 776);

  private Button button;

  @Start
  void start(Stage stage) {
    button = new Button("somewhere");
    Tip.on(button, "first words");
    stage.setScene(new Scene(button, 300, 200));
    stage.show();
  }

  @Test
  void wordsComeWhenThePointerRestsAndGoWhenTheThemeChanges(FxRobot robot) throws Exception {
    robot.interact(() -> Tip.on(button, "other words"));
    assertThat(button.getAccessibleHelp()).isEqualTo("other words");
    robot.moveTo(button);
    Await.until(TipTest::isSaid);
    // A tooltip has its colours from its owner, which has none while the themes change.
    robot.interact(() -> Theme.use(true));
    assertThat(Await.onFx(TipTest::isSaid)).isFalse();
  }

  private static boolean isSaid() {
    return Window.getWindows().stream()
        .anyMatch(window -> window instanceof Tooltip tip && tip.getText().equals("other words"));
  }

  @Test
  void aTooltipStandsBelowThePointerOrAboveItButNeverOffTheScreen() {
    assertThat(Tip.top(300, 200, SCREEN)).isEqualTo(300);
    double above = Tip.top(715, 200, SCREEN);
    assertThat(above + 200).as("clear of the pointer").isLessThan(708);
    assertThat(Tip.top(600, 700, SCREEN)).isEqualTo(24);
  }
}
