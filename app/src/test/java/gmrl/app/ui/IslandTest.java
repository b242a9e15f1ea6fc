package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class IslandTest {
  private Label words;
  private Label below;
  private VBox around;

  @Start
  void start(Stage stage) {
    words = new Label("in one line");
    below = new Label("below");
    around = new VBox(Island.of(words), below);
    stage.setScene(new Scene(around, 300, 200));
    stage.show();
  }

  @Test
  void whatIsAroundItMovesOnlyWhereItsHeightChanges() throws Exception {
    Await.until(() -> !around.isNeedsLayout() && below.getLayoutY() == words.getHeight());
    double one = Await.onFx(below::getLayoutY);
    Await.onFx(
        () -> {
          words.setText("in another line");
          assertThat(words.isNeedsLayout()).isTrue();
          assertThat(around.isNeedsLayout()).isFalse();
          return null;
        });
    Await.pulse(around.getScene());
    assertThat(Await.onFx(below::getLayoutY)).isEqualTo(one);
    Await.onFx(
        () -> {
          words.setText("in one line\nand one more");
          return null;
        });
    Await.until(() -> below.getLayoutY() > 1.5 * one && below.getLayoutY() == words.getHeight());
  }
}
