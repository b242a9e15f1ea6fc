package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.OnScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A slider of two thumbs and a box of check marks for who has no mouse. */
@OnScreen
class CheckedChoiceTest {
  private CheckedChoice<String> box;
  private TextField before;

  @Start
  void show(Stage stage) {
    box = new CheckedChoice<>(List.of("first", "second", "third"));
    box.setTitle("curves");
    before = new TextField();
    HBox controls = new HBox(20, new RangeSlider(0, 10, 2, 8), box);
    controls.getStyleClass().add("panel-controls");
    VBox page = new VBox(20, before, controls);
    page.getStyleClass().add("root");
    stage.setScene(new Scene(page, 300, 300));
    Theme.use(false);
    Theme.dress(stage.getScene());
    stage.show();
  }

  @Test
  void keysComeToItOpenItAndCheck(FxRobot robot) {
    robot.interact(before::requestFocus);
    List<WritableImage> seen = new ArrayList<>(List.of(picture(robot)));
    for (String place : List.of("one thumb", "the other", "the box")) {
      robot.type(KeyCode.TAB);
      WritableImage now = picture(robot);
      assertThat(seen).as(place).allSatisfy(one -> assertThat(differing(one, now)).isPositive());
      seen.add(now);
    }
    assertThat(box.isFocused()).isTrue();
    for (KeyCode opens : List.of(KeyCode.SPACE, KeyCode.DOWN, KeyCode.F4)) {
      robot.type(opens).type(KeyCode.ESCAPE);
      assertThat(box.isFocused()).as("after %s and Escape", opens).isTrue();
    }
    robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.SPACE);
    assertThat(box.getCheckModel().getCheckedItems()).hasSize(1);
    robot.type(KeyCode.ESCAPE);
  }

  private WritableImage picture(FxRobot robot) {
    WritableImage[] taken = new WritableImage[1];
    robot.interact(() -> taken[0] = box.getScene().snapshot(null));
    return taken[0];
  }

  /** Below the field, which changes, too. */
  private int differing(WritableImage one, WritableImage other) {
    PixelReader a = one.getPixelReader();
    PixelReader b = other.getPixelReader();
    int differ = 0;
    for (int y = (int) before.getHeight() + 10; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        differ += a.getArgb(x, y) == b.getArgb(x, y) ? 0 : 1;
      }
    }
    return differ;
  }
}
