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
    robot.interact(() -> Tip.on(button, ""));
    assertThat(button.getAccessibleHelp()).isNull();
    robot.moveTo(button);
    robot.interact(() -> Tip.on(button, "other words"));
    assertThat(button.getAccessibleHelp()).isEqualTo("other words");
    robot.moveBy(1, 0);
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
  void aLineThatHasNoRoomSaysTheRestToThePointer() throws Exception {
    FittingLabel line = new FittingLabel("some words, and others");
    FittingLabel told = new FittingLabel("some words, and others");
    Tip.on(told, "what they mean");
    Await.onFx(
        () -> {
          double wide = line.prefWidth(-1);
          for (double width : new double[] {wide, wide - 1, wide - 1, wide}) {
            fit(line, width);
            fit(told, width);
            assertThat(line.getText()).isEqualTo(told.getText());
            boolean whole = width == wide;
            assertThat(line.getText()).isEqualTo(whole ? "some words, and others" : "some words");
            assertThat(Tip.of(line)).isEqualTo(whole ? "" : "some words, and others");
            assertThat(Tip.of(told)).isEqualTo("what they mean");
          }
          line.setWords("one, two");
          fit(line, wide);
          assertThat(line.getText()).isEqualTo("one, two");
          // At once: else the whole line would be laid out, too, and the parts after it.
          line.setWords("some words, that are too many for one line");
          assertThat(line.getText()).isEqualTo("some words");
          fit(line, wide);
          line.setWords("some words, that are too many for one line");
          assertThat(line.isNeedsLayout()).isFalse();
          return null;
        });
  }

  private static void fit(FittingLabel line, double width) {
    line.resize(width, 20);
    line.layout();
  }

  @Test
  void aTooltipStandsBelowThePointerOrAboveItButNeverOffTheScreen() {
    assertThat(Tip.top(300, 200, SCREEN)).isEqualTo(300);
    double above = Tip.top(715, 200, SCREEN);
    assertThat(above + 200).as("clear of the pointer").isLessThan(708);
    assertThat(Tip.top(600, 700, SCREEN)).isEqualTo(24);
  }
}
