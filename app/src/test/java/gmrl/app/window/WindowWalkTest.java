package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartPane;
import gmrl.app.shell.OnScreen;
import gmrl.app.ui.Await;
import gmrl.app.ui.FxDialogs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.KeyboardRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every page of the real window, its keys and its own dialog: no word is cut off, no plot stays
 * empty, the focus can be seen, every word stands out from its background, and every key of a menu
 * arrives whatever has the focus. {@link Walk} says how to keep pictures.
 */
@OnScreen
class WindowWalkTest {
  private Walk walk;

  @Start
  void open(Stage stage) throws IOException {
    walk = new Walk("Story");
  }

  @Test
  void everyPageCanBeReadInLightAndDark(FxRobot robot) throws Exception {
    List<String> pages =
        robot.lookup(".page-tab").queryAllAs(ToggleButton.class).stream()
            .map(ToggleButton::getText)
            .toList();
    assertThat(pages).contains("Story", "Board", "Plots", "Studies", "Coin Game", "Atari");
    for (String page : pages) {
      walk.turnTo(robot, page);
      walk.look(robot, page);
    }
    keysReachTheMenusFromAnywhere(robot);
    aQuestionCanBeRead(robot);
    walk.leave(robot);
    assertThat(walk.complaints).isEmpty();
  }

  /** The keys of all menus, pressed in a text field, on a slider, and in a table of numbers. */
  private void keysReachTheMenusFromAnywhere(FxRobot robot) throws Exception {
    walk.turnTo(robot, "Plots");
    WaitForAsyncUtils.waitForFxEvents();
    for (Class<? extends Node> kind : List.of(TextField.class, Slider.class)) {
      pressed(
          robot,
          new Sight(walk.stage.getScene()).seen(kind::isInstance).get(0),
          kind.getSimpleName());
    }
    ChartPane chart =
        (ChartPane) new Sight(walk.stage.getScene()).seen(ChartPane.class::isInstance).get(0);
    robot.interact(chart::toggleTable);
    pressed(robot, numbers(robot).query(), "table");
    robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    String copied = String.valueOf(Await.onFx(() -> Clipboard.getSystemClipboard().getString()));
    if (!copied.startsWith("series\t") || copied.lines().count() < 3) {
      walk.complaints.add("Ctrl+C copies no rows of a table, but: " + copied);
    }
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    if (numbers(robot).tryQuery().isPresent()) {
      walk.complaints.add("Escape does not close the table of a chart");
    }
  }

  /** In place of a chart, or over it where it is small. */
  private static NodeQuery numbers(FxRobot robot) {
    return robot.lookup(n -> "Data of the chart".equals(n.getAccessibleText()));
  }

  /** Each item only counts its key meanwhile: what it does else is tested where it belongs. */
  private void pressed(FxRobot robot, Node focus, String what) throws Exception {
    MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    Map<MenuItem, AtomicInteger> times = new LinkedHashMap<>();
    Map<MenuItem, EventHandler<ActionEvent>> actions = new HashMap<>();
    robot.interact(
        () -> {
          for (MenuItem item : items(bar.getMenus())) {
            AtomicInteger came = new AtomicInteger();
            times.put(item, came);
            actions.put(item, item.getOnAction());
            item.setOnAction(e -> came.incrementAndGet());
          }
        });
    for (MenuItem item : times.keySet()) {
      Await.onFx(
          () -> {
            focus.requestFocus();
            return focus;
          });
      press(robot, (KeyCodeCombination) item.getAccelerator());
    }
    robot.interact(() -> actions.forEach(MenuItem::setOnAction));
    times.forEach(
        (item, came) -> {
          if (came.get() != 1 && !item.isDisable()) {
            walk.complaints.add(
                item.getAccelerator().getDisplayText()
                    + " came "
                    + came
                    + " times to “"
                    + item.getText()
                    + "” from a "
                    + what);
          }
        });
  }

  /** One after the other, with one wait for all of them. */
  private static void press(FxRobot robot, KeyCodeCombination key) {
    KeyboardRobot keys = robot.robotContext().getKeyboardRobot();
    List<KeyCode> held = new ArrayList<>();
    if (key.getShortcut() == ModifierValue.DOWN) {
      held.add(KeyCode.CONTROL);
    }
    if (key.getShift() == ModifierValue.DOWN) {
      held.add(KeyCode.SHIFT);
    }
    held.forEach(keys::pressNoWait);
    keys.pressNoWait(key.getCode());
    keys.releaseNoWait(key.getCode());
    held.forEach(keys::releaseNoWait);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static List<MenuItem> items(List<? extends MenuItem> menus) {
    return menus.stream()
        .flatMap(
            item ->
                item instanceof Menu menu
                    ? items(menu.getItems()).stream()
                    : java.util.stream.Stream.of(item))
        .filter(item -> item.getAccelerator() != null)
        .toList();
  }

  /** The one dialog of our own, with its longest text. */
  private void aQuestionCanBeRead(FxRobot robot) throws Exception {
    Platform.runLater(
        () ->
            new FxDialogs(() -> walk.stage, () -> "", folder -> {})
                .choose(
                    "The plot is not complete",
                    "Its numbers are refining, 12 % of the work. Finish them first, or save what is"
                        + " there, marked as unfinished?",
                    List.of("Finish, then save", "Save as it is")));
    Await.until(() -> dialog().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    // The theme changes while it is open.
    walk.look("Question", dialog().orElseThrow());
    walk.dark(robot);
    walk.look("Question", dialog().orElseThrow());
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    Await.until(() -> dialog().isEmpty());
  }

  private Optional<Scene> dialog() {
    return walk.beside().filter(scene -> scene.getRoot() instanceof DialogPane);
  }
}
