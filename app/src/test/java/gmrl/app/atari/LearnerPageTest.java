package gmrl.app.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ReferenceLine;
import gmrl.app.live.Gate;
import gmrl.app.live.Laboratory;
import gmrl.app.live.Tasks;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.app.ui.Await;
import gmrl.app.ui.ParameterSlider;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of the live learner while it really learns, in threads of its own. */
@OnScreen
class LearnerPageTest {
  /** Steps of one update of the coefficients: K = 3 batches. */
  private static final int WINDOW = 3 * 16 * 16;

  @TempDir static Path runs;

  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Tasks tasks = new Tasks();
  private SmallWindow window;
  private LearnerViewModel learner;

  @Start
  void open(Stage stage) {
    window =
        new SmallWindow(
            stage,
            LearnerKnobs.DEFAULT.withAlgorithm(Algorithm.MGRL_LVC).in(LabState.initial()),
            runs);
    LabContext quick = window.context;
    Laboratory lab =
        new Laboratory(
            ExperimentRunner.background(new Workers(1)),
            Platform::runLater,
            new Gate(),
            tasks,
            failures::add);
    LabContext context =
        new LabContext(
            lab,
            quick.state(),
            quick.files(),
            quick.notices(),
            quick.dialogs(),
            quick.time(),
            quick.shelf(),
            quick.columns());
    learner = new LearnerViewModel(lab, context.state(), spec -> spec);
    LearnerPage page = new LearnerPage(context, learner);
    context.whileShowing(page, learner.shown());
    window.show(page, 1280, 780);
  }

  private static void press(FxRobot robot, String text) {
    Button button = robot.lookup(n -> n instanceof Button b && text.equals(b.getText())).query();
    robot.interact(button::fire);
  }

  private static void type(FxRobot robot, String symbol, String value) {
    TextField field =
        robot
            .lookup(
                n ->
                    n instanceof TextField f
                        && f.getAccessibleText() != null
                        && f.getAccessibleText().equals(symbol + ", typed value"))
            .query();
    robot.interact(
        () -> {
          field.setText(value);
          field.fireEvent(new javafx.event.ActionEvent());
        });
  }

  private long steps() {
    return learner.frameProperty().get().map(Frame::steps).orElse(0L);
  }

  private List<ReferenceLine> marks(FxRobot robot) {
    ChartPanel panel = robot.lookup(n -> n instanceof ChartPanel).query();
    return panel.chart().modelProperty().get().lines();
  }

  private static String labels(List<ReferenceLine> marks) {
    return marks.stream().map(ReferenceLine::label).collect(Collectors.joining("; "));
  }

  /** Whether the learner waits between two updates; its last picture is on its way. */
  private static boolean isHeld() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
        .flatMap(thread -> Arrays.stream(thread.getValue()))
        .anyMatch(call -> call.getClassName().equals(Onlooker.class.getName()));
  }

  /** One update on, and then it stands. */
  private void step(FxRobot robot) throws Exception {
    long before = steps();
    press(robot, "One update");
    Await.until(() -> steps() > before && isHeld());
  }

  @Test
  void aRunningLearnerIsPausedSteppedSlowedAndToldOtherThings(FxRobot robot) throws Exception {
    press(robot, "Start");
    Await.until(() -> steps() >= 4 * WINDOW);
    press(robot, "Pause");
    // The update under way ends; each further one is asked for and has batches of its own.
    Await.until(LearnerPageTest::isHeld);
    long held = Await.onFx(this::steps);
    step(robot);
    assertThat(steps() - held).isEqualTo(WINDOW);
    step(robot);
    assertThat(steps() - held).isEqualTo(2 * WINDOW);
    assertThat(robot.lookup(n -> n instanceof PlanesView).<PlanesView>query().getChildren())
        .hasSize(4);
    window.picture("learner-paused-light-1280");

    type(robot, "inner step size", "0.001");
    type(robot, "inner steps", "5");
    type(robot, "environments", "20");
    type(robot, "steps an update", "32");
    step(robot);
    // The update that waited at the gate was told before; the next ones play 5 × 20 × 32 steps.
    long told = steps();
    step(robot);
    assertThat(steps() - told).isEqualTo(5 * 20 * 32);

    assertThat(tasks.count(Tasks.State.PAUSED)).isOne();
    press(robot, "Go on");
    Await.until(() -> labels(marks(robot)).contains("K = 5"));
    assertThat(labels(marks(robot))).contains("α = 0.001", "N = 20", "T = 32");
    robot.interact(() -> window.dark(true));
    long dark = steps();
    Await.until(() -> steps() > dark + 1000);
    window.picture("learner-running-dark-1280");
    CheckBox slow =
        robot.lookup(n -> n instanceof CheckBox c && "slow".equals(c.getText())).query();
    robot.interact(slow::fire);
    long slowed = steps();
    Await.until(() -> steps() > slowed);
    robot.interact(
        () -> {
          window.dark(false);
          window.size(1024, 660);
        });
    window.picture("learner-running-light-1024");
    robot.interact(() -> window.dark(true));
    window.picture("learner-running-dark-1024");
    robot.interact(() -> learner.setShowing(false));
    assertThat(tasks.count(Tasks.State.WAITING)).as("nobody looks").isOne();
    robot.interact(() -> learner.setShowing(true));
    assertThat(tasks.count(Tasks.State.WAITING)).isZero();
    press(robot, "Stop");
    Await.until(() -> learner.phaseProperty().get() == LearnerViewModel.Phase.STOPPED);
    assertThat(labels(marks(robot))).contains("K = 5");
    assertThat(robot.lookup(n -> n instanceof ParameterSlider).queryAll()).hasSize(4);
    assertThat(failures).isEmpty();
  }
}
