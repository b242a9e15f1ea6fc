package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.GmrlApp;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.OwnHome;
import gmrl.app.ui.Await;
import gmrl.app.ui.Mouse;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Tip;
import gmrl.app.ui.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real window, headless, driven like a person would. */
@OnScreen
@ExtendWith(OwnHome.class)
class WindowTest {
  private Stage stage;

  @Start
  void open(Stage stage) throws IOException {
    for (String file : List.of("session.json", "settings.json")) {
      Files.deleteIfExists(OwnHome.path().resolve(file));
    }
    this.stage = stage;
    new GmrlApp().start(stage);
  }

  private static ChartModel chart(FxRobot robot) {
    return robot.lookup(n -> n instanceof ChartPane).<ChartPane>query().modelProperty().get();
  }

  private static Slider alpha(FxRobot robot) {
    return robot
        .lookup(n -> n instanceof Slider && "inner step size".equals(n.getAccessibleText()))
        .query();
  }

  private static TextField alphaField(FxRobot robot) {
    return (TextField) alpha(robot).getParent().lookup(".text-field");
  }

  /** One window for all of it: each start costs more than everything done in it. */
  @Test
  void aSession(FxRobot robot) throws Exception {
    theTabsFindTheirPlaceFromTheFirstPulseOn(robot);
    aFirstStartTellsTheStoryWhichEndsOnTheBoard(robot);
    curvesAppearAndFollowTheSliderAndUndoBringsThemBack(robot);
    aTypedValueIsTakenARefusedOneIsExplained(robot);
    theThemeSwitchesAndIsRemembered(robot);
    everySliderAndIconHasANameAndATooltip(robot);
    aNarrowBoardHasItsPictureInAFold(robot);
    filesOfAFigureOpenWhereTheyAreDropped(robot);
    closingKeepsTheSession(robot);
  }

  /**
   * Before styles are applied widths are guesses, and a line that is too wide is cut at both ends.
   */
  private void theTabsFindTheirPlaceFromTheFirstPulseOn(FxRobot robot) throws Exception {
    Region header = robot.lookup(".header").query();
    Node tabs = robot.lookup(".workspace-tabs").query();
    Await.until(
        () ->
            isInView(header)
                && isInView(tabs)
                && isWithin(tabs, header) == (need(tabs, header) <= stage.getScene().getWidth()));
    assertThat(robot.lookup(".page-tab").<Region>queryAll())
        .filteredOn(tab -> isWithin(tab, tabs))
        .isNotEmpty()
        .allMatch(tab -> isInView(tab) && tab.getWidth() >= tab.prefWidth(-1) - 1);

    // What stands in the line shrinks and grows, the window does not.
    Node shell = stage.getScene().getRoot();
    assertThat(isWithin(tabs, header)).as("room for all of it").isFalse();
    robot.interact(() -> shell.setStyle("-fx-font-size: 6px;"));
    Await.until(() -> isWithin(tabs, header) && isInView(header) && isInView(tabs));
    robot.interact(() -> shell.setStyle(null));
    Await.until(() -> !isWithin(tabs, header) && isInView(header) && isInView(tabs));
  }

  /** Width of a line that has the tabs in it. */
  private static double need(Node tabs, Region header) {
    return header.prefWidth(-1) + (isWithin(tabs, header) ? 0 : tabs.prefWidth(-1));
  }

  private boolean isInView(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return bounds.getWidth() > 0
        && bounds.getMinX() >= -1
        && bounds.getMaxX() <= stage.getScene().getWidth() + 1;
  }

  private static boolean isWithin(Node node, Node other) {
    for (Node up = node.getParent(); up != null; up = up.getParent()) {
      if (up == other) {
        return true;
      }
    }
    return false;
  }

  private void aFirstStartTellsTheStoryWhichEndsOnTheBoard(FxRobot robot) throws Exception {
    javafx.geometry.Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
    assertThat(stage.getWidth()).isGreaterThan(0.9 * screen.getWidth());
    assertThat(stage.getHeight()).isGreaterThan(0.9 * screen.getHeight());
    Await.until(() -> robot.lookup(".story-scene").queryAll().size() == 5);
    // Without a scroll, a key or a click.
    Await.until(() -> isThere(robot, "J = 0.25 at the start"));
    Node second =
        robot
            .lookup(n -> "Scene 2 of 5: Noise in the steps".equals(n.getAccessibleText()))
            .lookup(".story-dot")
            .query();
    javafx.scene.control.Button next =
        robot
            .lookup(n -> n instanceof Labeled l && l.getText().equals("Next: Noise in the steps"))
            .query();
    robot.interact(next::fire);
    Await.until(() -> isHere(second));
    robot.press(KeyCode.PAGE_UP).release(KeyCode.PAGE_UP);
    Await.until(() -> !isHere(second));
    // While the first is still on its way.
    robot.type(KeyCode.PAGE_DOWN, 2);
    Node third =
        robot
            .lookup(n -> "Scene 3 of 5: A wrong curvature".equals(n.getAccessibleText()))
            .lookup(".story-dot")
            .query();
    Await.until(() -> isHere(third));
    robot.type(KeyCode.PAGE_UP);
    Await.until(() -> isHere(second));
    Await.until(() -> isThere(robot, "The exact step reaches J = 0.775"));
    everyPageIsExplained(robot);
    wordsAndSymbolsLightEachOtherUp(robot);
    helpSaysWhatOneIsLookingAt(robot);
    aHallSeesThePageAloneAndLarge(robot, second);
    Labeled open =
        robot.lookup(n -> n instanceof Labeled l && l.getText().equals("Open the board")).query();
    robot.interact(((javafx.scene.control.Button) open)::fire);
    Await.until(() -> robot.lookup(".board").tryQuery().isPresent());
    Await.until(() -> robot.lookup(n -> n instanceof ChartPane).tryQuery().isPresent());
  }

  private static boolean isHere(Node dot) {
    return dot.getPseudoClassStates().toString().contains("here");
  }

  private static void wordsAndSymbolsLightEachOtherUp(FxRobot robot) {
    Node word = robot.lookup(".prose .key-meta").query();
    Node symbol = robot.lookup(".formula-part.key-meta").query();
    for (Node pointed : List.of(word, symbol)) {
      Node other = pointed == word ? symbol : word;
      robot.interact(() -> pointed.fireEvent(Mouse.free(MouseEvent.MOUSE_ENTERED)));
      assertThat(other.getPseudoClassStates().toString()).contains("lit");
      robot.interact(() -> pointed.fireEvent(Mouse.free(MouseEvent.MOUSE_EXITED)));
      assertThat(other.getPseudoClassStates().toString()).doesNotContain("lit");
    }
  }

  private static void everyPageIsExplained(FxRobot robot) throws IOException {
    String topics;
    try (var in = GmrlApp.class.getResourceAsStream("/help/topics.json")) {
      topics = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    for (Labeled tab : robot.lookup(".page-tab").<Labeled>queryAll()) {
      assertThat(topics).contains("\"page:" + tab.getText() + "\"");
    }
  }

  private void helpSaysWhatOneIsLookingAt(FxRobot robot) throws Exception {
    robot.press(KeyCode.F1).release(KeyCode.F1);
    Await.until(() -> isHelp(Window::isFocused));
    Await.until(
        () ->
            robot.lookup(".help-title").tryQueryAs(Labeled.class).stream()
                .anyMatch(title -> title.getText().equals("The story")));
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    Await.until(() -> !isHelp(Window::isShowing));
    robot.press(KeyCode.SHIFT, KeyCode.F1).release(KeyCode.F1, KeyCode.SHIFT);
    Await.until(
        () ->
            robot
                .lookup(n -> "Search the glossary".equals(n.getAccessibleText()))
                .tryQuery()
                .stream()
                .anyMatch(Node::isFocused));
    for (KeyCode letter : List.of(KeyCode.L, KeyCode.E, KeyCode.E)) {
      robot.press(letter).release(letter);
    }
    Await.until(
        () ->
            robot.lookup(".help-term").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList()
                .equals(List.of("eel, lee, … lll")));
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    Await.until(() -> !isHelp(Window::isShowing));
  }

  private static Node last(FxRobot robot) {
    return List.copyOf(robot.lookup(".story-dot").<Node>queryAll()).get(4);
  }

  private void aHallSeesThePageAloneAndLarge(FxRobot robot, Node second) throws Exception {
    double before = robot.lookup(".story-title").<Labeled>query().getFont().getSize();
    press(robot, KeyCode.F11);
    Await.until(
        () -> stage.isFullScreen() && !robot.lookup(".header").query().getParent().isVisible());
    Await.until(
        () -> robot.lookup(".story-title").<Labeled>query().getFont().getSize() > 1.2 * before);
    ChartPane chart = robot.lookup(n -> n instanceof ChartPane).query();
    assertThat(chart.themeProperty().get().lineWidth()).isGreaterThan(3);
    // A hall sees every scene at once, and no figure over its words.
    double screen = robot.lookup(".story-scroll").queryAs(Region.class).getHeight();
    Await.until(
        () ->
            robot.lookup(".story-scene").queryAllAs(Region.class).stream()
                .allMatch(scene -> scene.getHeight() < screen + 1));
    for (Node row : robot.lookup(".story-row").queryAll()) {
      assertThat(row.getBoundsInParent().getMinX()).isNotNegative();
    }
    press(robot, KeyCode.END);
    Await.until(() -> isHere(last(robot)));
    press(robot, KeyCode.HOME);
    Await.until(() -> !isHere(last(robot)) && !isHere(second));
    press(robot, KeyCode.PAGE_DOWN);
    Await.until(() -> isHere(second));
    press(robot, KeyCode.PAGE_UP);
    Await.until(() -> !isHere(second));
    // The keys of the menus, which are out of sight.
    boolean dark = chart.themeProperty().get().onDark();
    for (boolean now : new boolean[] {!dark, dark}) {
      robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
      Await.until(() -> chart.themeProperty().get().onDark() == now);
    }
    press(robot, KeyCode.B);
    assertThat(robot.lookup(".blackout").query().isVisible()).isTrue();
    press(robot, KeyCode.ESCAPE);
    assertThat(robot.lookup(".blackout").query().isVisible()).isFalse();
    assertThat(stage.isFullScreen()).isTrue();
    press(robot, KeyCode.ESCAPE);
    Await.until(
        () -> !stage.isFullScreen() && robot.lookup(".header").query().getParent().isVisible());
  }

  private static void press(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isHelp(Predicate<Window> so) {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage help && "GMRL Lab: help".equals(help.getTitle()))
        .anyMatch(so);
  }

  private void curvesAppearAndFollowTheSliderAndUndoBringsThemBack(FxRobot robot) throws Exception {
    Await.until(() -> !chart(robot).isEmpty());
    List<?> before = chart(robot).series().get(0).points();
    robot.interact(() -> alpha(robot).setValue(0.3));
    assertThat(alphaField(robot).getText()).isNotEqualTo("3");
    Await.until(
        () -> !chart(robot).isEmpty() && !chart(robot).series().get(0).points().equals(before));
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    Await.until(() -> alphaField(robot).getText().equals("3"));
  }

  private void aNarrowBoardHasItsPictureInAFold(FxRobot robot) throws Exception {
    ToggleButton fold = robot.lookup(".board-fold").query();
    Node picture =
        robot
            .lookup(n -> n instanceof PanelFrame panel && panel.title().equals("One meta-gradient"))
            .query();
    double wide = stage.getWidth();
    robot.interact(() -> stage.setWidth(1024));
    Await.until(() -> fold.isVisible() && isInView(fold) && !picture.isVisible());
    robot.interact(fold::fire);
    Await.until(() -> picture.isVisible() && isInView(picture));
    robot.interact(fold::fire);
    Await.until(() -> !picture.isVisible());
    robot.interact(() -> stage.setWidth(wide));
    Await.until(() -> fold.isVisible() != picture.isVisible());
  }

  private void aTypedValueIsTakenARefusedOneIsExplained(FxRobot robot) throws Exception {
    robot.interact(
        () -> {
          alphaField(robot).setText("2.5");
          alphaField(robot).getOnAction().handle(null);
        });
    assertThat(alpha(robot).getValue()).isGreaterThan(0.4).isLessThan(0.7);
    robot.interact(
        () -> {
          alphaField(robot).setText("plenty");
          alphaField(robot).getOnAction().handle(null);
        });
    Await.until(
        () ->
            robot.lookup(".field-error").queryAll().stream()
                .anyMatch(
                    n ->
                        n.isVisible()
                            && n instanceof Labeled words
                            && words.getText().contains("plenty")));
  }

  private void theThemeSwitchesAndIsRemembered(FxRobot robot) throws Exception {
    ToggleButton theme =
        robot
            .lookup(
                n ->
                    n instanceof ToggleButton
                        && String.valueOf(n.getAccessibleText()).startsWith("Light or dark"))
            .query();
    robot.interact(theme::fire);
    assertThat(javafx.application.Application.getUserAgentStylesheet()).contains("dark");
    assertThat(Files.readString(OwnHome.path().resolve("settings.json")))
        .containsPattern("\"dark\"\\s*:\\s*true");
    robot.interact(theme::fire);
    assertThat(javafx.application.Application.getUserAgentStylesheet()).contains("light");
  }

  private void everySliderAndIconHasANameAndATooltip(FxRobot robot) {
    for (Node node : robot.lookup(n -> n instanceof Slider).queryAll()) {
      assertThat(node.getAccessibleText()).isNotBlank();
      assertThat(Tip.of(node)).contains("In the paper").contains("Double-click resets");
    }
    for (Node node : robot.lookup(".button-icon").queryAll()) {
      assertThat(node.getAccessibleText()).as(node.toString()).isNotBlank();
    }
  }

  private static boolean isThere(FxRobot robot, String beginning) {
    return robot.lookup(Labeled.class::isInstance).<Labeled>queryAll().stream()
        .anyMatch(label -> label.getText().startsWith(Words.typeset(beginning)));
  }

  private void filesOfAFigureOpenWhereTheyAreDropped(FxRobot robot) throws Exception {
    Path folder = Files.createTempDirectory("gmrl-dropped");
    for (String ending : List.of("pdf", "svg", "png", "json")) {
      File file = SampleFigure.in(folder, ending).toFile();
      robot.interact(
          () ->
              assertThat(new Dropped(List.of(file)).on(stage.getScene()))
                  .as("accepted %s", ending)
                  .isTrue());
      Await.until(
          () ->
              robot.lookup(ListCell.class::isInstance).<ListCell<?>>queryAll().stream()
                  .anyMatch(cell -> ("a   from " + ending).equals(cell.getText())));
    }
    ToggleButton board =
        robot.lookup(n -> n instanceof ToggleButton tab && "Board".equals(tab.getText())).query();
    robot.interact(board::fire);
    Await.until(() -> !robot.lookup(Slider.class::isInstance).queryAll().isEmpty());
  }

  private void closingKeepsTheSession(FxRobot robot) throws Exception {
    robot.interact(() -> alpha(robot).setValue(0.2));
    WaitForAsyncUtils.waitForFxEvents();
    String typed = alphaField(robot).getText();
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(Files.readString(OwnHome.path().resolve("session.json")))
        .containsPattern("\"alpha\"\\s*:\\s*" + Double.parseDouble(typed));
    assertThat(Files.readString(OwnHome.path().resolve("settings.json")))
        .as("the page that its tab opens next time")
        .containsPattern("\"Runs\"\\s*:\\s*\"Figures\"");
  }
}
