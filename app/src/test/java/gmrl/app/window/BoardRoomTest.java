package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.GmrlApp;
import gmrl.app.chart.ChartPane;
import gmrl.app.chart.PlotLook;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.OwnHome;
import gmrl.app.ui.Await;
import gmrl.app.ui.PanelFrame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The board's plots keep their height whatever the window's: everything else gives way first. */
@OnScreen
@ExtendWith(OwnHome.class)
class BoardRoomTest {
  /** What a window manager puts above a window. */
  private static final int FRAME = 22;

  private static final int PLOTS = 8;

  private Stage stage;

  @Start
  void open(Stage stage) throws IOException {
    this.stage = stage;
    String dark = System.getProperty("gmrl.walk.dark", "false");
    Files.writeString(
        OwnHome.path().resolve("settings.json"),
        "{\"dark\":"
            + dark
            + ",\"x\":0,\"y\":0,\"width\":1024,\"height\":678,\"maximised\":false,\"folder\":\"\","
            + "\"page\":\"Board\"}");
    new GmrlApp().start(stage);
  }

  @Test
  void plotsAreHighInSmallWindowsAndBeforeAHall(FxRobot robot) throws Exception {
    Await.until(() -> robot.lookup(".board-key").queryAll().size() >= 4);
    at(1024, 700);
    Await.until(() -> isFolded(robot));
    picture("board-1024");
    plotsAreHigherThan(120);
    everyAxisHasThreeNumbers();
    namesAndDefinitionsAreThere(robot);
    whatItCostsIsSaidInALineAndComesWhenAskedFor(robot);

    at(1280, 720);
    picture("board-1280");
    plotsAreHigherThan(130);
    everyAxisHasThreeNumbers();

    robot.press(KeyCode.F11).release(KeyCode.F11);
    Await.until(stage::isFullScreen);
    picture("board-hall");
    // At a height of 720, of which the screen may have more.
    plotsAreHigherThan(180 + (stage.getScene().getHeight() - 720) / 2);
    everyAxisHasThreeNumbers();
    namesAndDefinitionsAreThere(robot);
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    Await.until(() -> !stage.isFullScreen());
  }

  private void at(double width, double height) throws Exception {
    Await.onFx(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height - FRAME);
          return stage;
        });
    settle();
  }

  /** What gives way is known after a layout, and needs another. */
  private void settle() throws Exception {
    for (int i = 0; i < 5; i++) {
      Await.pulse(stage.getScene());
    }
  }

  private List<ChartPane> plots() {
    return stage.getScene().getRoot().lookupAll(".board-columns .chart-pane").stream()
        .map(ChartPane.class::cast)
        .toList();
  }

  /** Without anything to scroll, as soon as what is to be folded is. */
  private void plotsAreHigherThan(double height) throws Exception {
    ScrollPane page = (ScrollPane) stage.getScene().getRoot().lookup(".board > .dashboard");
    Await.until(
        () ->
            areHigherThan(height)
                && page.getContent().getLayoutBounds().getHeight()
                    <= page.getViewportBounds().getHeight() + 1);
  }

  /** The insides of all plots. */
  private boolean areHigherThan(double height) {
    List<ChartPane> plots = plots();
    return plots.size() == PLOTS && plots.stream().allMatch(plot -> high(plot) > height);
  }

  private static double high(ChartPane plot) {
    return PlotLook.inside(plot).getHeight();
  }

  private void everyAxisHasThreeNumbers() throws Exception {
    Await.until(
        () ->
            plots().stream()
                .allMatch(plot -> PlotLook.numbers(plot).stream().allMatch(many -> many >= 3)));
  }

  private static boolean isFolded(FxRobot robot) {
    return robot.lookup(".outcomes-fold").query().isVisible();
  }

  private void whatItCostsIsSaidInALineAndComesWhenAskedFor(FxRobot robot) throws Exception {
    // They are built when the columns' curves have come.
    Await.until(() -> costs(robot).size() == 2);
    List<PanelFrame> costs = costs(robot);
    for (PanelFrame cost : costs) {
      Await.until(
          () ->
              cost.lookupAll(".panel-subtitle").stream()
                  .anyMatch(
                      n ->
                          n instanceof Labeled l
                              && l.getText()
                                  .matches(".*([0-9] defects?|differences inconclusive).*")));
      assertThat(cost.lookup(".chart-pane").getParent().isVisible()).isFalse();
    }
    ToggleButton open = robot.lookup(".outcomes-fold").queryAs(ToggleButton.class);
    robot.interact(open::fire);
    for (PanelFrame cost : costs) {
      Await.until(
          () ->
              cost.lookup(".chart-pane").getParent().isVisible()
                  && cost.localToScene(cost.getLayoutBounds()).getMaxY()
                      < stage.getScene().getHeight());
    }
    Await.until(() -> areHigherThan(70));
    robot.interact(open::fire);
    settle();
  }

  private static List<PanelFrame> costs(FxRobot robot) {
    return List.copyOf(
        robot
            .lookup(n -> n instanceof PanelFrame panel && panel.title().startsWith("What it costs"))
            .queryAllAs(PanelFrame.class));
  }

  private static void namesAndDefinitionsAreThere(FxRobot robot) {
    assertThat(
            robot.lookup(".board-slider .parameter-name").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText))
        .hasSize(4)
        .allMatch(name -> name.contains("step") || name.contains("sample") || name.contains("H"));
    assertThat(
            robot.lookup(".board-strip .muted").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText))
        .anyMatch(words -> words.contains("nois"))
        .anyMatch(words -> words.endsWith("curvature"));
  }

  /** Keeps a picture where the walk keeps its own. */
  private void picture(String name) throws Exception {
    String folder = System.getProperty("gmrl.walk.pictures", "");
    settle();
    if (!folder.isEmpty()) {
      TimeUnit.SECONDS.sleep(Long.getLong("gmrl.walk.wait", 0));
      BufferedImage image =
          SwingFXUtils.fromFXImage(Await.onFx(() -> stage.getScene().snapshot(null)), null);
      ImageIO.write(image, "png", Path.of(folder, name + ".png").toFile());
    }
  }
}
