package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartPane;
import gmrl.app.shell.OnScreen;
import gmrl.app.ui.Await;
import java.io.IOException;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What opens from a page of the window: scenes, settings, drawer, comparison, a table with its
 * rows, a lesson, figures, help, menus. Seen with the same eyes as the pages.
 *
 * <p>With {@code -Dgmrl.walk.all} every example, study, claim and page of the help, too.
 */
@OnScreen
class WindowCornersTest {
  private static final boolean ALL = Boolean.getBoolean("gmrl.walk.all");

  /** What the bar above a window takes of a small screen. */
  private static final double FRAME = 24;

  private Walk walk;

  @Start
  void open(Stage stage) throws IOException {
    walk = new Walk("Board");
  }

  @Test
  void whatOpensFromAPageCanBeReadInLightAndDark(FxRobot robot) throws Exception {
    menus(robot);
    settings(robot);
    runs(robot);
    table(robot);
    lesson(robot);
    figure(robot);
    help(robot);
    panels(robot);
    parts(robot);
    walk.leave(robot);
    assertThat(walk.complaints).isEmpty();
  }

  private static void key(FxRobot robot, KeyCode... keys) {
    robot.press(keys);
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.release(keys[i]);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void menus(FxRobot robot) throws Exception {
    MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    for (Menu menu : bar.getMenus()) {
      robot.interact(menu::show);
      WaitForAsyncUtils.waitForFxEvents();
      Scene popup = walk.beside().orElseThrow();
      walk.look("Menu " + menu.getText().replace("_", ""), popup);
      robot.interact(menu::hide);
    }
  }

  private void settings(FxRobot robot) throws Exception {
    walk.press(robot, "all settings");
    walk.look(robot, "Board, all settings");
    walk.press(robot, "all settings");
    MenuButton lines = robot.lookup(".board-more").queryAs(MenuButton.class);
    robot.interact(lines::show);
    walk.look("Board, lines and axis", walk.beside().orElseThrow());
    robot.interact(lines::hide);
    moreLines(robot, true);
    walk.look(robot, "Board, noise and limit");
    moreLines(robot, false);
    walk.press(robot, "The plots of what the bias costs");
    walk.look(robot, "Board, what it costs");
    walk.press(robot, "The plots of what the bias costs");
  }

  private static void moreLines(FxRobot robot, boolean drawn) {
    robot.interact(
        () ->
            robot.lookup(".board-more").queryAllAs(MenuButton.class).stream()
                .flatMap(more -> more.getItems().stream())
                .filter(CheckMenuItem.class::isInstance)
                .forEach(line -> ((CheckMenuItem) line).setSelected(drawn)));
  }

  /** Two kept runs, in the drawer, in the table of all, and beside each other. */
  private void runs(FxRobot robot) throws Exception {
    key(robot, KeyCode.CONTROL, KeyCode.B);
    walk.look(robot, "Board, empty drawer");
    // Each is kept as soon as it is complete, unless the settings move before.
    key(robot, KeyCode.CONTROL, KeyCode.K);
    Await.until(() -> named(robot) == 1);
    key(robot, KeyCode.CONTROL, KeyCode.N);
    key(robot, KeyCode.CONTROL, KeyCode.K);
    Await.until(() -> named(robot) == 2);
    unnoticed(robot);
    walk.look(robot, "Board, drawer");
    walk.press(robot, "Write a note");
    walk.look(robot, "Board, note of a kept run");
    key(robot, KeyCode.CONTROL, KeyCode.B);
    walk.turnTo(robot, "Stored runs");
    Await.until(() -> rows(robot) > 1);
    unnoticed(robot);
    walk.look(robot, "Stored runs, with runs");
    robot.interact(() -> selectTwoOfAKind(tableOf(robot)));
    walk.press(robot, "Compare");
    Await.until(() -> robot.lookup(".comparison").tryQuery().isPresent());
    walk.look(robot, "Stored runs, comparison");
  }

  /** What has just been done is said above what is looked at, for some seconds. */
  private static void unnoticed(FxRobot robot) throws Exception {
    Await.until(() -> robot.lookup(".notice").tryQuery().isEmpty());
  }

  /** Those that are there, without those that are waited for. */
  private static int named(FxRobot robot) {
    return robot.lookup(n -> "Name of this run".equals(n.getAccessibleText())).queryAll().size();
  }

  private static int rows(FxRobot robot) {
    return robot
        .lookup(".table-view")
        .tryQueryAs(TableView.class)
        .map(t -> t.getItems().size())
        .orElse(0);
  }

  private static void selectTwoOfAKind(TableView<?> runs) {
    for (int i = 0; i < runs.getItems().size(); i++) {
      for (int j = 0; j < i; j++) {
        Object family = runs.getColumns().get(1).getCellData(i);
        if (family.equals(runs.getColumns().get(1).getCellData(j))) {
          runs.getSelectionModel().clearSelection();
          runs.getSelectionModel().selectIndices(i, j);
          return;
        }
      }
    }
  }

  private static TableView<?> tableOf(FxRobot robot) {
    return robot.lookup(".table-view").queryAs(TableView.class);
  }

  /** An example, as points and as lines. */
  private void table(FxRobot robot) throws Exception {
    walk.turnTo(robot, "Tables");
    walk.press(robot, b -> b.getStyleClass().contains("welcome-card"));
    Await.until(() -> rows(robot) > 0);
    walk.look(robot, "Tables, an example");
    robot.interact(
        () ->
            robot
                .lookup(
                    n ->
                        n instanceof ChoiceBox<?> b
                            && "how rows are drawn".equals(b.getAccessibleText()))
                .queryAs(ChoiceBox.class)
                .getSelectionModel()
                .select(1));
    walk.look(robot, "Tables, parallel coordinates");
    walk.press(robot, "Close table");
  }

  /** A step before and after it is revealed, and before a hall. */
  private void lesson(FxRobot robot) throws Exception {
    walk.turnTo(robot, "Lessons");
    walk.press(robot, "Lesson 2:");
    // The plot of a question is empty until it is answered, and nothing is predicted here.
    Parent reveal = robot.lookup(".lesson-reveal").query();
    Node button = reveal.getChildrenUnmodifiable().get(0);
    // First come words that are below the edge, then a word that nothing is predicted.
    while (Await.onFx(() -> reveal.isVisible() && !button.isDisabled())) {
      key(robot, KeyCode.PAGE_DOWN);
    }
    Await.until(() -> !reveal.isVisible());
    walk.look(robot, "Lesson, revealed");
    key(robot, KeyCode.F11);
    Await.until(() -> !robot.lookup(".header").query().getParent().isVisible());
    walk.look("Lesson before a hall", walk.stage.getScene());
    key(robot, KeyCode.ESCAPE);
    Await.until(() -> robot.lookup(".header").query().getParent().isVisible());
    walk.press(robot, b -> b.getStyleClass().contains("lesson-leave"));
  }

  private void figure(FxRobot robot) throws Exception {
    walk.turnTo(robot, "Board");
    walk.press(robot, "The picture in the figure studio");
    Await.until(() -> robot.lookup(".studio-paper").tryQuery().isPresent());
    walk.look(robot, "Figures, with a plot");
  }

  private void help(FxRobot robot) throws Exception {
    walk.turnTo(robot, "Board");
    walk.focus();
    Node plot = robot.lookup(n -> n instanceof ChartPane).query();
    robot.clickOn(plot);
    key(robot, KeyCode.F1);
    Await.until(() -> walk.beside().isPresent());
    Scene help = walk.beside().orElseThrow();
    Await.until(() -> help.getRoot().lookup(".help-title") != null);
    assertThat(((Labeled) help.getRoot().lookup(".help-title")).getText())
        .as("what was clicked")
        .isEqualTo("Compositional bias along a slider");
    ListView<?> list = (ListView<?>) help.getRoot().lookup(".help-list");
    for (int i = 0; i < list.getItems().size(); i++) {
      int page = i;
      robot.interact(() -> list.getSelectionModel().select(page));
      WaitForAsyncUtils.waitForFxEvents();
      Await.until(
          () ->
              help.getRoot().lookup(".help-page") != null
                  || help.getRoot().lookup(".markdown") != null);
      if (ALL || i % 4 == 0) {
        walk.look("Help " + i, help);
      }
    }
    // The theme changes while another window is open.
    walk.dark(robot);
    walk.look("Help", help);
    robot.interact(() -> help.getWindow().hide());
    walk.focus();
  }

  /** Each panel of the plots alone. */
  private void panels(FxRobot robot) throws Exception {
    for (KeyCode digit : List.of(KeyCode.DIGIT1, KeyCode.DIGIT3, KeyCode.DIGIT4)) {
      key(robot, KeyCode.CONTROL, digit);
      walk.look(robot, "Plots, panel " + digit.getName());
      key(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
    }
  }

  /** Whether a scene has come to its place: its top stands at that of the page. */
  private static boolean isThere(FxRobot robot, int scene) {
    List<Node> scenes = List.copyOf(robot.lookup(".story-scene").<Node>queryAll());
    return scenes.size() >= scene
        && Math.abs(
                place(scenes.get(scene - 1)).getMinY()
                    - place(robot.lookup(".story-scroll").query()).getMinY())
            < 2;
  }

  /** Where a scene is higher than the page the key shows the rest of it first. */
  private void readToItsEnd(FxRobot robot, int scene) throws Exception {
    if (!Await.onFx(() -> isReadToItsEnd(robot, scene))) {
      key(robot, KeyCode.PAGE_DOWN);
      Await.until(() -> isReadToItsEnd(robot, scene));
    }
  }

  /** Whether no word of a scene is below the page. */
  private static boolean isReadToItsEnd(FxRobot robot, int scene) {
    Region there = List.copyOf(robot.lookup(".story-scene").<Region>queryAll()).get(scene - 1);
    return place(there).getMaxY() - there.getInsets().getBottom()
        < place(robot.lookup(".story-scroll").query()).getMaxY() + 2;
  }

  /** Whether the whole sentence below a scene's figure can be read without scrolling. */
  private static boolean captionInSight(FxRobot robot) {
    double bottom = place(robot.lookup(".status-bar").query()).getMinY();
    return robot.lookup(".story-caption").queryAll().stream()
        .map(WindowCornersTest::place)
        .anyMatch(b -> b.getMinY() > 0 && b.getMaxY() <= bottom + 1);
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private void lower(FxRobot robot, double by) {
    robot.interact(() -> walk.stage.setHeight(walk.stage.getHeight() - by));
  }

  /** Parts of pages that are chosen on them. */
  private void parts(FxRobot robot) throws Exception {
    walk.turnTo(robot, "Story");
    Await.until(() -> isThere(robot, 1) && captionInSight(robot));
    lower(robot, FRAME);
    Await.until(() -> isThere(robot, 1) && isReadToItsEnd(robot, 1));
    lower(robot, -FRAME);
    for (int scene = 2; scene <= 5; scene++) {
      int next = scene;
      readToItsEnd(robot, next - 1);
      key(robot, KeyCode.PAGE_DOWN);
      Await.until(() -> isThere(robot, next) && captionInSight(robot));
      if (scene == 5) {
        readToItsEnd(robot, scene);
      }
      walk.look(robot, "Story, scene " + scene);
    }
    walk.turnTo(robot, "Atari");
    for (String part : List.of("Live learner", "Bias")) {
      for (ToggleButton tab :
          robot.lookup(".workspace-top .toggle-button").<ToggleButton>queryAll()) {
        if (tab.getText().startsWith(part)) {
          robot.interact(tab::fire);
          walk.look(robot, "Atari, " + part);
        }
      }
    }
    walk.turnTo(robot, "Gallery");
    List<ToggleButton> examples =
        List.copyOf(robot.lookup(".gallery-list .toggle-button").<ToggleButton>queryAll());
    for (int i = 0; i < examples.size(); i += ALL ? 1 : 4) {
      ToggleButton example = examples.get(i);
      robot.interact(example::fire);
      walk.look(robot, "Gallery, " + example.getText());
    }
    for (String page : List.of("Studies", "Claims")) {
      walk.turnTo(robot, page);
      ListView<?> list = robot.lookup(".study-list").queryAs(ListView.class);
      for (int i = 1; i < list.getItems().size(); i += ALL ? 1 : 8) {
        int chosen = i;
        robot.interact(() -> list.getSelectionModel().select(chosen));
        walk.look(robot, page + ", " + i);
      }
    }
  }
}
