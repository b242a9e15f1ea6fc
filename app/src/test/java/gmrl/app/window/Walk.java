package gmrl.app.window;

import gmrl.app.GmrlApp;
import gmrl.app.ipd.IpdSettings;
import gmrl.app.rooms.Rooms;
import gmrl.app.state.LabState;
import gmrl.app.ui.Await;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A walk through the real window with open eyes; what is seen and complained of is collected.
 *
 * <p>With {@code -Dgmrl.walk.pictures=FOLDER} everything that is looked at is kept as a picture;
 * {@code -Dgmrl.walk.size=1440x900} gives the window another size, {@code -Dgmrl.walk.trials=200}
 * the numbers their usual trials, and games their usual length.
 */
final class Walk {
  /** The smallest window that everything must fit into. */
  private static final int[] SIZE =
      Arrays.stream(System.getProperty("gmrl.walk.size", "1024x700").split("x", -1))
          .mapToInt(Integer::parseInt)
          .toArray();

  final Stage stage;
  final List<String> complaints = new ArrayList<>();
  private final Set<String> marked = new HashSet<>();
  private boolean dark;

  /** Opens the window on a page, with an empty home. */
  Walk(String page) throws IOException {
    stage = new Stage();
    Path home = Files.createTempDirectory("gmrl-walk");
    System.setProperty("gmrl.home", home.toString());
    Files.writeString(
        home.resolve("settings.json"),
        """
        {"x": 0, "y": 0, "width": %d, "height": %d, "page": "%s"}\
        """
            .formatted(SIZE[0], SIZE[1], page));
    // Whoever walks does not wait for many trials or long games.
    Integer trials = Integer.getInteger("gmrl.walk.trials");
    LabState usual = LabState.initial();
    IpdSettings games = IpdSettings.PART.in(usual).withUpdates(50).withSeeds(3);
    LabState few =
        trials == null
            ? usual.withTrials(20).with(IpdSettings.PART, games)
            : usual.withTrials(trials);
    Files.writeString(home.resolve("session.json"), Rooms.files().write(few));
    new GmrlApp().start(stage);
  }

  /**
   * Closes the window and forgets the home; complains of a window that something still holds, after
   * all that was opened in it.
   */
  void leave(FxRobot robot) throws Exception {
    WeakReference<Parent> content = new WeakReference<>(stage.getScene().getRoot());
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    System.clearProperty("gmrl.home");
    if (!Forgotten.within(content)) {
      complaints.add("What the closed window showed is still in memory");
    }
  }

  /** Opens a page by its tab. */
  void turnTo(FxRobot robot, String page) {
    robot.interact(
        () ->
            robot.lookup(".page-tab").queryAllAs(ToggleButton.class).stream()
                .filter(tab -> tab.getText().equals(page))
                .forEach(ToggleButton::fire));
  }

  /** The other theme. */
  void dark(FxRobot robot) {
    ToggleButton theme =
        (ToggleButton)
            robot
                .lookup(
                    n ->
                        n instanceof ToggleButton
                            && String.valueOf(n.getAccessibleText()).startsWith("Light or dark"))
                .query();
    robot.interact(theme::fire);
    dark = !dark;
  }

  /** Presses the first button with some words, or whose accessible text begins with them. */
  void press(FxRobot robot, String words) {
    press(
        robot,
        (ButtonBase b) ->
            words.equals(b.getText()) || String.valueOf(b.getAccessibleText()).startsWith(words));
  }

  /** Presses the first button that is wanted. */
  void press(FxRobot robot, Predicate<ButtonBase> wanted) {
    ButtonBase button =
        Window.getWindows().stream()
            .filter(Window::isShowing)
            .flatMap(
                w ->
                    robot
                        .from(w.getScene().getRoot())
                        .lookup(ButtonBase.class::isInstance)
                        .<ButtonBase>queryAll()
                        .stream())
            .filter(wanted)
            .findFirst()
            .orElseThrow();
    robot.interact(button::fire);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /**
   * Looks at the window in both themes, and leaves it in the other one: dressing takes its time.
   */
  void look(FxRobot robot, String place) throws Exception {
    look(place, stage.getScene());
    dark(robot);
    look(place, stage.getScene());
  }

  /** Looks at a scene in the theme that it wears. */
  void look(String place, Scene scene) throws Exception {
    String theme = dark ? "dark" : "light";
    Sight sight = new Sight(scene);
    settle(sight);
    List<String> found =
        Await.onFx(
            () -> {
              List<String> all = new ArrayList<>();
              all.addAll(sight.clipped());
              all.addAll(sight.wider());
              all.addAll(sight.cutOff());
              all.addAll(sight.overlapping());
              if (!waitsForRun(sight)) {
                all.addAll(sight.empty());
              }
              all.addAll(sight.unmarkedFocus(marked, theme));
              all.addAll(sight.faint());
              return all;
            });
    found.forEach(complaint -> complaints.add(place + ", " + theme + ": " + complaint));
    keep(place, theme, scene);
  }

  /** What begins a computation that nobody else begins: until then plots may be empty. */
  private static final Set<String> BEGIN = Set.of("Run", "Start", "Measure");

  private static boolean waitsForRun(Sight sight) {
    return !sight.seen(n -> n instanceof Button b && BEGIN.contains(b.getText())).isEmpty();
  }

  /** Until every plot in sight has something to show; one that never has is complained of. */
  private static void settle(Sight sight) throws Exception {
    Await.comes(
        () ->
            waitsForRun(sight)
                || (sight.empty().isEmpty()
                    && sight
                        .seen(
                            n ->
                                n instanceof Labeled l
                                    && String.valueOf(l.getText()).startsWith("Computing"))
                        .isEmpty()));
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Gives the window the keys: after a full screen a window manager may keep them to itself. */
  void focus() throws Exception {
    Await.onFx(
        () -> {
          if (!stage.isFocused()) {
            stage.toFront();
            stage.requestFocus();
          }
          return stage;
        });
    Await.until(stage::isFocused);
  }

  /** The topmost window but the laboratory's own. */
  Optional<Scene> beside() {
    List<Scene> others =
        Window.getWindows().stream()
            .filter(window -> window != stage && window.isShowing())
            .map(Window::getScene)
            .toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(others.get(others.size() - 1));
  }

  private static void keep(String place, String theme, Scene scene) throws Exception {
    String folder = System.getProperty("gmrl.walk.pictures", "");
    if (!folder.isEmpty()) {
      Files.createDirectories(Path.of(folder));
      Path file =
          Path.of(folder, place.replaceAll("\\W+", "-") + "-" + theme + "-" + SIZE[0] + ".png");
      javax.imageio.ImageIO.write(
          SwingFXUtils.fromFXImage(Await.onFx(() -> scene.snapshot(null)), null),
          "png",
          file.toFile());
    }
  }
}
