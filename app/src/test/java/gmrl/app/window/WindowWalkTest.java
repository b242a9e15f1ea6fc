package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.GmrlApp;
import gmrl.app.chart.ChartPane;
import gmrl.app.ui.FxDialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A walk through every page of the real window with open eyes: no word is cut off, no plot stays
 * empty, the focus can be seen, and every word stands out from its background.
 *
 * <p>With {@code -Dgmrl.walk.pictures=FOLDER} each page is kept as a picture.
 */
@ExtendWith(ApplicationExtension.class)
class WindowWalkTest {
  /** The smallest window that everything must fit into. */
  private static final int[] SIZE = size(System.getProperty("gmrl.walk.size", "1024x700"));

  private static Path home;
  private final List<String> complaints = new ArrayList<>();
  private Stage stage;

  private static int[] size(String text) {
    return java.util.Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @BeforeAll
  static void useAnEmptyHome() throws IOException {
    home = Files.createTempDirectory("gmrl-walk");
    System.setProperty("gmrl.home", home.toString());
  }

  @AfterAll
  static void leaveTheHome() {
    System.clearProperty("gmrl.home");
  }

  @Start
  void open(Stage stage) throws IOException {
    this.stage = stage;
    Files.writeString(
        home.resolve("settings.json"),
        """
        {"x": 0, "y": 0, "width": %d, "height": %d, "page": "Story"}\
        """
            .formatted(SIZE[0], SIZE[1]));
    new GmrlApp().start(stage);
  }

  @Test
  void everyPageCanBeReadInLightAndDark(FxRobot robot) throws Exception {
    List<String> pages =
        robot.lookup(".page-tab").queryAllAs(ToggleButton.class).stream()
            .map(ToggleButton::getText)
            .toList();
    assertThat(pages).contains("Story", "Board", "Plots", "Studies", "Coin Game", "Atari");
    for (String page : pages) {
      turnTo(robot, page);
      look(page, "light");
      dark(robot);
      look(page, "dark");
      dark(robot);
    }
    keysReachTheMenusFromAnywhere(robot);
    aQuestionCanBeRead(robot);
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(complaints).isEmpty();
  }

  /** The key for light or dark, pressed in a text field, on a slider, and in a table of numbers. */
  private void keysReachTheMenusFromAnywhere(FxRobot robot) throws Exception {
    turnTo(robot, "Plots");
    WaitForAsyncUtils.waitForFxEvents();
    for (Class<? extends Node> kind : List.of(TextField.class, Slider.class)) {
      pressed(
          robot, new Sight(stage.getScene()).seen(kind::isInstance).get(0), kind.getSimpleName());
    }
    ChartPane chart =
        (ChartPane) new Sight(stage.getScene()).seen(ChartPane.class::isInstance).get(0);
    robot.interact(chart::toggleTable);
    pressed(robot, robot.from(chart).lookup(".table-view").query(), "table");
    robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    String copied = String.valueOf(onFx(() -> Clipboard.getSystemClipboard().getString()));
    if (!copied.startsWith("series\t") || copied.lines().count() < 3) {
      complaints.add("Ctrl+C copies no rows of a table, but: " + copied);
    }
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    if (robot.from(chart).lookup(".table-view").tryQuery().isPresent()) {
      complaints.add("Escape does not close the table of a chart");
    }
  }

  private void pressed(FxRobot robot, Node focus, String what) {
    String before = Application.getUserAgentStylesheet();
    robot.interact(focus::requestFocus);
    for (int i = 0; i < 2; i++) {
      robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
      WaitForAsyncUtils.waitForFxEvents();
      if (before.equals(Application.getUserAgentStylesheet()) != (i == 1)) {
        complaints.add("Ctrl+D does not reach the menus from a " + what);
      }
    }
  }

  /** The one dialog of our own, with its longest text. */
  private void aQuestionCanBeRead(FxRobot robot) throws Exception {
    Platform.runLater(
        () ->
            new FxDialogs(() -> stage, () -> "", folder -> {})
                .choose(
                    "The plot is not complete",
                    "Its numbers are refining, 12 % of the work. Finish them first, or save what is"
                        + " there, marked as unfinished?",
                    List.of("Finish, then save", "Save as it is")));
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(() -> dialog().isPresent()));
    WaitForAsyncUtils.waitForFxEvents();
    Sight sight = new Sight(dialog().orElseThrow());
    complaints.addAll(onFx(sight::clipped));
    complaints.addAll(onFx(sight::faint));
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(() -> dialog().isEmpty()));
  }

  private Optional<Scene> dialog() {
    return Window.getWindows().stream()
        .filter(window -> window != stage && window.isShowing())
        .map(Window::getScene)
        .filter(scene -> scene.getRoot() instanceof DialogPane)
        .findFirst();
  }

  private void turnTo(FxRobot robot, String page) {
    robot.interact(
        () ->
            robot.lookup(".page-tab").queryAllAs(ToggleButton.class).stream()
                .filter(tab -> tab.getText().equals(page))
                .forEach(ToggleButton::fire));
  }

  private void dark(FxRobot robot) {
    ToggleButton theme =
        robot
            .lookup(
                n ->
                    n instanceof ToggleButton
                        && String.valueOf(n.getAccessibleText()).startsWith("Light or dark"))
            .query();
    robot.interact(theme::fire);
  }

  private void look(String page, String theme) throws Exception {
    Sight sight = new Sight(stage.getScene());
    settle(sight);
    List<String> found =
        onFx(
            () -> {
              List<String> all = new ArrayList<>();
              if (theme.equals("light")) {
                all.addAll(sight.clipped());
                all.addAll(sight.wider());
                if (!waitsForRun(sight)) {
                  all.addAll(sight.empty());
                }
                all.addAll(sight.unmarkedFocus());
              }
              all.addAll(sight.faint());
              return all;
            });
    found.forEach(complaint -> complaints.add(page + ", " + theme + ": " + complaint));
    keep(page, theme);
  }

  /** Whether a page computes nothing before somebody says Run: its plots may be empty. */
  private static boolean waitsForRun(Sight sight) {
    return !sight.seen(n -> n instanceof Button b && "Run".equals(b.getText())).isEmpty();
  }

  /** Waits until every plot in sight has something to show. */
  private void settle(Sight sight) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          20, TimeUnit.SECONDS, () -> onFx(() -> waitsForRun(sight) || sight.empty().isEmpty()));
    } catch (TimeoutException e) {
      // What is still empty is complained of.
    }
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, task);
  }

  private void keep(String page, String theme) throws Exception {
    String folder = System.getProperty("gmrl.walk.pictures", "");
    if (!folder.isEmpty()) {
      Path file = Path.of(folder, page.replace(' ', '-') + "-" + theme + "-" + SIZE[0] + ".png");
      javax.imageio.ImageIO.write(
          SwingFXUtils.fromFXImage(onFx(() -> stage.getScene().snapshot(null)), null),
          "png",
          file.toFile());
    }
  }
}
