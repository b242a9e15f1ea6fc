package gmrl.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class NoticesViewTest {
  private final NoticesViewModel model = new NoticesViewModel(Runnable::run);
  private NoticesView done;
  private NoticesView wrong;
  private VBox window;

  @Start
  void show(Stage stage) {
    done = NoticesView.ofWhatWasDone(model);
    wrong = NoticesView.ofWhatWentWrong(model);
    Region page = new Region();
    page.setMinHeight(200);
    window = new VBox(page, wrong);
    stage.setScene(new Scene(window, 400, 400));
    stage.show();
  }

  /** Errors stay long, and lay over buttons. */
  @Test
  void whatWentWrongHasAPlaceOfItsOwnAsLongAsItIsSaid(FxRobot robot) {
    robot.interact(() -> model.info("Saved."));
    assertThat(done.getChildren()).hasSize(1);
    assertThat(wrong.isManaged()).as("takes no room").isFalse();
    robot.interact(() -> model.error("The disk is full."));
    assertThat(done.getChildren()).hasSize(1);
    assertThat(wrong.getChildren()).hasSize(1);
    robot.interact(window::layout);
    assertThat(wrong.getLayoutY()).as("below the page").isEqualTo(200);
    robot.interact(wrong::leavePage);
    assertThat(wrong.getChildren()).as("it was hardly read").hasSize(1);
    robot.interact(() -> model.dismiss(model.notices().get(1)));
    assertThat(wrong.isManaged()).isFalse();
    assertThat(done.getChildren()).hasSize(1);
  }

  /** What is said once more, since it was done once more, would leave when the first was due. */
  @Test
  void aNoticeThatIsRepeatedStaysItsWholeTimeAgain(FxRobot robot) {
    NoticesView brief = NoticesView.ofWhatWasDone(model, Duration.millis(900));
    robot.interact(() -> model.info("Copied."));
    robot.sleep(550);
    robot.interact(() -> model.info("Copied."));
    robot.sleep(550);
    assertThat(brief.getChildren()).as("long enough for the first alone").hasSize(1);
  }
}
