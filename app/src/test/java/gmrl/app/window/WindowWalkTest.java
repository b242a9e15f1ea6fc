package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.GmrlApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
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
        robot.lookup(".workspace-tabs .toggle-button").queryAllAs(ToggleButton.class).stream()
            .map(ToggleButton::getText)
            .toList();
    assertThat(pages).contains("Story", "Board", "Plots", "Atari", "Gallery");
    for (String page : pages) {
      robot.interact(
          () ->
              robot.lookup(".workspace-tabs .toggle-button").queryAllAs(ToggleButton.class).stream()
                  .filter(tab -> tab.getText().equals(page))
                  .forEach(tab -> tab.setSelected(true)));
      look(page, "light");
      dark(robot);
      look(page, "dark");
      dark(robot);
    }
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(complaints).isEmpty();
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
                all.addAll(sight.empty());
                all.addAll(sight.unmarkedFocus());
              }
              all.addAll(sight.faint());
              return all;
            });
    found.forEach(complaint -> complaints.add(page + ", " + theme + ": " + complaint));
    keep(page, theme);
  }

  /** Waits until every plot in sight has something to show. */
  private void settle(Sight sight) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(() -> sight.empty().isEmpty()));
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
