package gmrl.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.FieldErrors;
import gmrl.app.ui.Theme;
import gmrl.app.ui.ValueField;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.ipd.LolaConfig;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class SeedBoxTest {
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private ValueField field;

  @Start
  void show(Stage stage) {
    SeedBox box = new SeedBox(state);
    stage.setScene(new Scene(box, 300, 100));
    Theme.use(false);
    Theme.dress(stage.getScene());
    stage.show();
    field = (ValueField) box.lookup(".value-field");
  }

  private String type(FxRobot robot, String text) {
    robot.interact(
        () -> {
          field.setText(text);
          field.getOnAction().handle(null);
        });
    return FieldErrors.seen(robot);
  }

  @Test
  void aSeedThatLeavesNoRoomForThoseThatFollowIsRefusedInTheBox(FxRobot robot) {
    assertThat(type(robot, " 7 ")).isEmpty();
    assertThat(state.get().seed()).isEqualTo(7);
    assertThat(type(robot, "" + Long.MAX_VALUE))
        .isEqualTo(
            "The seed is 9223372036854775807; expected at most 9223372036854765807, for other"
                + " seeds follow from it.");
    assertThat(type(robot, "99999999999999999999"))
        .isEqualTo(
            "The seed is “99999999999999999999”; expected a whole number up to"
                + " 9223372036854765807.");
    assertThat(type(robot, "3.5")).contains("“3.5”; expected a whole number");
    assertThat(state.get().seed()).isEqualTo(7);
    assertThat(type(robot, "" + LabState.LAST_SEED)).isEmpty();
    long last = state.get().seed();
    assertThat(new LolaSpec(LolaConfig.DEFAULT, 1, last, 10_000).seed()).isEqualTo(last);
  }
}
