package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.MenuKeys;
import gmrl.app.shell.OnScreen;
import gmrl.app.state.StateModel;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a slider's field does with what it refuses. */
@OnScreen
class ValueFieldTest {
  private static final Parameter ALPHA =
      new Parameter("α", "step size", "How far.", 3, 0.1, 30, Parameter.Scale.LOG);

  private long nanos;

  /** Of a machine that takes two seconds for every edit. */
  private final StateModel<Double> state = new StateModel<>(3.0, () -> nanos += 2_000_000_000L);

  private final ParameterViewModel[] model = new ParameterViewModel[1];
  private ParameterSlider control;
  private ValueField field;
  private TextField other;

  @Start
  void show(Stage stage) {
    model[0] =
        new ParameterViewModel(
            ALPHA, value -> state.edit("step size", old -> value), state::hold, state::seal);
    state.observe(now -> now, model[0]::show);
    control = new ParameterSlider(model[0]);
    field = (ValueField) control.lookup(".value-field");
    other = new TextField();
    VBox page = new VBox(10, control, other);
    page.getStyleClass().add("root");
    Scene scene = new Scene(page, 220, 160);
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Z"), state::undo);
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Shift+Z"), state::redo);
    MenuKeys.install(scene);
    stage.setScene(scene);
    Theme.use(false);
    Theme.dress(stage.getScene());
    stage.show();
  }

  @Test
  void aDragIsOneStepOfUndoHoweverSlowTheMachine(FxRobot robot) {
    for (String part : new String[] {".thumb", ".track"}) {
      robot.moveTo(control.slider().lookup(part)).press(MouseButton.PRIMARY);
      robot.moveBy(15, 0).moveBy(15, 0).moveBy(15, 0).release(MouseButton.PRIMARY);
      assertThat(state.get()).as("dragged at its %s", part).isNotEqualTo(3);
      robot.interact(state::undo);
      assertThat(state.get()).as("undone once").isEqualTo(3);
      assertThat(state.canUndoProperty().get()).isFalse();
    }
  }

  private void type(FxRobot robot, String text) {
    robot.interact(
        () -> {
          field.requestFocus();
          field.setText(text);
          field.getOnAction().handle(null);
        });
  }

  private boolean isMarked() {
    return field.getPseudoClassStates().contains(Pseudo.ERROR);
  }

  @Test
  void theReasonIsSaidInFullAndNothingMoves(FxRobot robot) {
    double below = other.getLayoutY();
    type(robot, "-1");
    assertThat(FieldErrors.seen(robot))
        .isEqualTo("Step size is “-1”; expected a value from 0.1 to 30.");
    assertThat(isMarked()).isTrue();
    assertThat(other.getLayoutY()).isEqualTo(below);
    Labeled bubble =
        robot
            .lookup(
                n ->
                    n instanceof Labeled
                        && n.isVisible()
                        && n.getStyleClass().contains("field-error"))
            .query();
    assertThat(bubble.getWidth()).isGreaterThan(220);
    Color ink = (Color) bubble.getTextFill();
    assertThat(ink.getRed()).as("the theme's colour of danger").isGreaterThan(2 * ink.getGreen());
  }

  @Test
  void aSecondRefusalHasItsOwnTimeAndThenWhatCountsStandsThereAgain(FxRobot robot)
      throws Exception {
    type(robot, "bad1");
    robot.interact(() -> field.fade().jumpTo(Duration.seconds(5.9)));
    type(robot, "bad2");
    assertThat(field.fade().getCurrentTime()).isLessThan(Duration.seconds(5));
    assertThat(FieldErrors.seen(robot)).contains("bad2");
    robot.interact(() -> field.fade().setRate(1000));
    Await.until(() -> field.getText().equals("3"));
    assertThat(isMarked()).isFalse();
    assertThat(FieldErrors.seen(robot)).isEmpty();
  }

  @Test
  void whatIsTypedMeanwhileIsLeftAlone(FxRobot robot) throws Exception {
    type(robot, "bad");
    robot.interact(
        () -> {
          field.setText("4");
          field.fade().setRate(1000);
        });
    Await.until(() -> !isMarked());
    assertThat(field.getText()).isEqualTo("4");
  }

  @Test
  void escapeThePageAndAGoodValueTakeTheReasonAway(FxRobot robot) {
    type(robot, "bad");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertThat(field.getText()).isEqualTo("3");
    assertThat(FieldErrors.seen(robot)).isEmpty();
    assertThat(isMarked()).isFalse();
    type(robot, "bad");
    type(robot, "4.0");
    assertThat(field.getText()).isEqualTo("4");
    assertThat(FieldErrors.seen(robot)).isEmpty();
    type(robot, "bad");
    robot.interact(() -> ((Slider) control.lookup(".slider")).setValue(1));
    assertThat(field.getText()).isEqualTo("30");
    assertThat(FieldErrors.seen(robot)).isEmpty();
    type(robot, "bad");
    robot.interact(() -> ((VBox) control.getParent()).getChildren().remove(control));
    assertThat(FieldErrors.seen(robot)).isEmpty();
    assertThat(field.getText()).isEqualTo("30");
  }

  /** As a keyboard does, so that the field remembers it. */
  private void write(FxRobot robot, ValueField into, String text) {
    robot.interact(
        () -> {
          into.requestFocus();
          into.selectAll();
          into.replaceSelection(text);
        });
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.press(keys).release(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void whatWasTakenIsUndoneByOneKeyAndWhatIsTypedIsTheFields(FxRobot robot) {
    write(robot, field, "7");
    press(robot, KeyCode.ENTER);
    assertThat(state.get()).isEqualTo(7);
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(state.get()).isEqualTo(3);
    assertThat(field.getText()).isEqualTo("3");
    press(robot, KeyCode.CONTROL, KeyCode.Y);
    assertThat(state.get()).isEqualTo(7);
    assertThat(field.getText()).isEqualTo("7");
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(field.getText()).isEqualTo("7");
    write(robot, field, "8");
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(field.getText()).as("letters").isEqualTo("7");
    assertThat(state.get()).isEqualTo(7);
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(state.get()).as("and then what was taken").isEqualTo(3);
  }

  @Test
  void whatTheWindowDoesNotUndoTheFieldTakesBackItself(FxRobot robot) {
    ParameterViewModel[] self = new ParameterViewModel[1];
    self[0] = new ParameterViewModel(ALPHA, value -> self[0].show(value));
    ValueField own = ValueField.of(self[0]);
    robot.interact(() -> ((VBox) other.getParent()).getChildren().add(own));
    write(robot, field, "7");
    press(robot, KeyCode.ENTER);
    for (String value : new String[] {"4", "4.0", "5"}) {
      write(robot, own, value);
      press(robot, KeyCode.ENTER);
    }
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(self[0].valueProperty().get()).isEqualTo(4);
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(own.getText()).isEqualTo("3");
    press(robot, KeyCode.CONTROL, KeyCode.Y);
    assertThat(self[0].valueProperty().get()).isEqualTo(4);
    assertThat(state.get()).as("what others have taken stays").isEqualTo(7);
  }

  @Test
  void leavingTheFieldTakesWhatWasTyped(FxRobot robot) {
    robot.interact(
        () -> {
          field.requestFocus();
          field.setText("5");
          other.requestFocus();
        });
    assertThat(model[0].valueProperty().get()).isEqualTo(5);
    robot.interact(
        () -> {
          field.requestFocus();
          field.setText("none");
          other.requestFocus();
        });
    assertThat(FieldErrors.seen(robot)).contains("none");
  }
}
