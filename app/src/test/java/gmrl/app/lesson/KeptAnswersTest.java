package gmrl.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Rooms;
import gmrl.app.shelf.DiskWork;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.experiment.bias.TrialBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever becomes of the page, the window or the file: what somebody has answered stays. */
@OnScreen
class KeptAnswersTest {
  private static final String TEXT =
      """
      lesson: Mine
      about: My own.
      minutes: 5
      steps:
        - title: Write
          text: t
          question: q
          answer: a
        - title: Choose
          text: t
          question: q
          choose: [1 % of the other's, right]
          right: 2
          answer: a
      """;

  @TempDir static Path folder;

  private final List<String> problems = new ArrayList<>();
  private SmallWindow window;
  private Stage stage;

  @Start
  void show(Stage stage) {
    this.stage = stage;
  }

  /** A window that opens a lesson of one's own. */
  private LessonFeature open(FxRobot robot, Path lesson) {
    LessonFeature feature =
        new LessonFeature(
            Rooms.illustrators(TrialBank.none()),
            folder.resolve("lessons"),
            new DiskWork(Runnable::run, problems::add));
    robot.interact(
        () -> {
          window = new SmallWindow(stage, LabState.initial(), folder.resolve("runs"));
          window.show(
              (Parent) feature.open(window.context).workspaces().get(0).content().get(), 900, 700);
          feature.open(lesson);
        });
    return feature;
  }

  /** Whoever stands before a hall has one key, which must not give away what nobody has read. */
  @Test
  void theQuestionIsInSightBeforeTheKeyOfAPresenterReveals(FxRobot robot) throws Exception {
    Path lesson = folder.resolve("long.yaml");
    Files.writeString(
        lesson, TEXT.replaceFirst("text: t", "text: \"" + "Words. ".repeat(1200) + "\""));
    LessonFeature feature = open(robot, lesson);
    window.context.time().presentingProperty().set(true);
    Button reveal =
        robot.lookup(n -> n instanceof Button b && b.getText().equals("_Reveal")).query();
    assertThat(isInSight(reveal)).isFalse();
    int keys = 0;
    while (!isInSight(reveal)) {
      robot.interact(() -> feature.turn(1));
      assertThat(reveal.isDisable()).isFalse();
      assertThat(reveal.getParent().isVisible()).as("not revealed").isTrue();
      assertThat(keys++).isLessThan(9);
    }
    robot.interact(() -> feature.turn(1));
    if (reveal.getParent().isVisible()) {
      // The edge of the page was below it still.
      robot.interact(() -> feature.turn(1));
    }
    assertThat(reveal.getParent().isVisible()).as("not revealed").isFalse();
    // Back as it went on: the words above come before the step before.
    ScrollPane words = robot.lookup(".lesson-scroll").queryAs(ScrollPane.class);
    robot.interact(() -> words.setVvalue(1));
    robot.interact(() -> feature.turn(-1));
    assertThat(words.getVvalue()).isBetween(0.3, 0.95);
  }

  private boolean isInSight(Button button) {
    double bottom = button.localToScene(button.getLayoutBounds()).getMaxY();
    return bottom < stage.getScene().getHeight();
  }

  /** A space bar pressed by accident holds what computes. */
  @Test
  void whoWaitsForAnAnswerIsToldOfThePause(FxRobot robot) {
    LessonViewModel model =
        new LessonViewModel(
            new SynchronousLab().lab,
            LessonFile.parse(
                "p.yaml",
                TEXT.replaceFirst(
                    "text: t", "text: t\n    plot: {two-states: {steps: 1}, show: adapted}"),
                Rooms.illustrators(TrialBank.none())));
    SimpleBooleanProperty playing = new SimpleBooleanProperty(true);
    robot.interact(
        () -> {
          stage.setScene(new Scene(new StepView(model, playing), 400, 600));
          stage.show();
          model.reveal();
        });
    Label waiting =
        robot.lookup(n -> n instanceof Label l && l.getText().contains("last of")).query();
    assertThat(waiting.getText()).startsWith("The answer comes");
    robot.interact(() -> playing.set(false));
    assertThat(waiting.getText()).startsWith("Paused: Page Down or Ctrl+P goes on");
    robot.interact(() -> playing.set(true));
    assertThat(waiting.getText()).startsWith("The answer comes");
  }

  private static void press(FxRobot robot, String words) {
    robot.interact(button(robot, words)::fire);
  }

  private static Button button(FxRobot robot, String words) {
    return robot.lookup(n -> n instanceof Button b && b.getText().equals(words)).query();
  }

  private static Path kept(String text) {
    return folder.resolve("lessons").resolve(AnswerBook.key(text) + ".json");
  }

  private static TextArea area(FxRobot robot) {
    return robot.lookup(n -> n instanceof TextArea).query();
  }

  private static String words(FxRobot robot) {
    return area(robot).getText();
  }

  private static boolean says(FxRobot robot, String words) {
    return robot.lookup(n -> n instanceof Labeled).<Labeled>queryAll().stream()
        .anyMatch(n -> n.getText().contains(words));
  }

  @Test
  void anAnswerOutlivesThePageAndTheWindow(FxRobot robot) throws IOException {
    Path lesson = Files.writeString(folder.resolve("own.yaml"), TEXT);
    open(robot, lesson);
    robot.interact(() -> area(robot).setText("my own words"));
    robot.interact(() -> area(robot).requestFocus());
    robot.push(KeyCode.TAB);
    assertThat(area(robot).isFocused()).as("goes on").isFalse();
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(area(robot).isFocused()).as("and back").isTrue();
    press(robot, "_Reveal");
    press(robot, "All lessons");
    assertThat(says(robot, "own.yaml · 5 minutes · 1 of 2 questions answered")).isTrue();
    Button card = robot.lookup(n -> "Lesson: Mine".equals(n.getAccessibleText())).query();
    robot.interact(card::fire);
    assertThat(words(robot)).isEqualTo("my own words");

    LessonFeature again = open(robot, lesson);
    assertThat(says(robot, "Step 2 of 2")).as("goes on where a question is open").isTrue();
    press(robot, "_Back");
    assertThat(words(robot)).isEqualTo("my own words");
    press(robot, "Ne_xt");
    assertThat(says(robot, "1\u00a0% of the other’s")).as("set as a printer does").isTrue();
    robot.interact(button(robot, "_Reveal")::requestFocus);
    press(robot, "_Reveal");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(button(robot, "_Back").isFocused()).as("the keyboard leads back").isFalse();
    press(robot, "All lessons");
    assertThat(says(robot, "✓ all 2 questions answered")).isTrue();
    again.keep();

    robot.interact(() -> again.open(lesson));
    robot.interact(again::again);
    assertThat(words(robot)).as("begun anew").isEmpty();
    assertThat(Files.readString(Path.of(kept(TEXT) + ".before"))).contains("my own words");

    Path kept = kept(TEXT);
    Files.writeString(kept, "{\"lesson\"");
    open(robot, lesson);
    assertThat(words(robot)).isEmpty();
    assertThat(Files.readString(Path.of(kept + ".damaged"))).isEqualTo("{\"lesson\"");
    assertThat(problems).isEmpty();
  }
}
