package gmrl.app.window;

import gmrl.app.GmrlApp;
import gmrl.app.figure.Screenshot;
import java.io.File;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Walks through lessons and takes a picture of every step, before and after it is revealed: {@code
 * LessonGallery FOLDER light|dark WIDTH HEIGHT [LESSON…]}, lessons by their place in the list from
 * 1; without one the list of lessons.
 */
public final class LessonGallery {
  private static final int LONGEST_WAIT = 120;

  private LessonGallery() {}

  /** Takes the pictures. */
  public static void main(String[] args) {
    try {
      take(args);
      System.exit(0);
    } catch (Exception e) {
      // The window would show it as a notice to nobody.
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void take(String[] args) throws Exception {
    Platform.startup(() -> {});
    Stage stage =
        on(
            () -> {
              Stage fresh = new Stage();
              new GmrlApp().start(fresh);
              fresh.setWidth(Double.parseDouble(args[2]));
              fresh.setHeight(Double.parseDouble(args[3]));
              fresh.setX(0);
              fresh.setY(0);
              return fresh;
            });
    Scene scene = stage.getScene();
    if (args[1].equals("dark")) {
      on(
          () -> {
            ((javafx.scene.control.ToggleButton)
                    scene.getRoot().lookupAll(".toggle-button").stream()
                        .filter(n -> "Light or dark (Ctrl+D)".equals(n.getAccessibleText()))
                        .findFirst()
                        .orElseThrow())
                .fire();
            return 0;
          });
    }
    for (String number : List.of(args).subList(4, args.length)) {
      list(scene);
      on(
          () -> {
            ((Button)
                    List.copyOf(scene.getRoot().lookupAll(".lesson-card")).stream()
                        .filter(
                            card -> card.getAccessibleText().startsWith("Lesson " + number + ":"))
                        .findFirst()
                        .orElseThrow())
                .fire();
            return 0;
          });
      walk(scene, new File(args[0]), number);
    }
    if (args.length == 4) {
      list(scene);
      save(scene, new File(args[0], "list.png"));
    }
  }

  /** Opens the page of lessons, and leaves the one that is open. */
  private static void list(Scene scene) throws Exception {
    on(
        () -> {
          ((javafx.scene.control.ToggleButton)
                  scene.getRoot().lookupAll(".toggle-button").stream()
                      .filter(
                          n ->
                              n instanceof javafx.scene.control.ToggleButton b
                                  && b.getText().equals("Lessons"))
                      .findFirst()
                      .orElseThrow())
              .fire();
          scene.getRoot().lookupAll(".lesson-leave").stream()
              .map(Button.class::cast)
              .forEach(Button::fire);
          return 0;
        });
    Thread.sleep(800);
  }

  private static void walk(Scene scene, File folder, String lesson) throws Exception {
    for (int step = 1; ; step++) {
      Thread.sleep(900);
      if (visible(scene, "_Reveal")) {
        if (visible(scene, "_Wipe")) {
          draw(scene);
          Thread.sleep(300);
        }
        save(scene, new File(folder, lesson + "-" + step + "a.png"));
        on(
            () -> {
              scene.getRoot().lookupAll(".radio-button").stream()
                  .map(RadioButton.class::cast)
                  .findFirst()
                  .ifPresent(RadioButton::fire);
              button(scene, "_Reveal").fire();
              return 0;
            });
        for (int i = 0; i < 4 * LONGEST_WAIT && visible(scene, "_Reveal"); i++) {
          Thread.sleep(250);
        }
        Thread.sleep(900);
      }
      save(scene, new File(folder, lesson + "-" + step + "b.png"));
      if (!visible(scene, "Ne_xt")) {
        return;
      }
      on(
          () -> {
            button(scene, "Ne_xt").fire();
            return 0;
          });
    }
  }

  /** A guess across the plot, taken where one is asked for. */
  private static void draw(Scene scene) throws Exception {
    Node plot = scene.getRoot().lookup(".lesson .chart-pane");
    Robot robot = on(Robot::new);
    double[][] way = {{0.12, 0.3}, {0.35, 0.5}, {0.6, 0.66}, {0.97, 0.74}};
    for (int i = 0; i < way.length; i++) {
      boolean first = i == 0;
      Point2D place =
          plot.localToScreen(
              plot.getLayoutBounds().getWidth() * way[i][0],
              plot.getLayoutBounds().getHeight() * way[i][1]);
      on(
          () -> {
            robot.mouseMove(place);
            if (first) {
              robot.mousePress(MouseButton.PRIMARY);
            }
            return 0;
          });
      Thread.sleep(100);
    }
    on(
        () -> {
          robot.mouseRelease(MouseButton.PRIMARY);
          robot.mouseMove(0, 0);
          return 0;
        });
  }

  private static boolean visible(Scene scene, String text) throws Exception {
    return on(
        () ->
            scene.getRoot().lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && b.getText().equals(text))
                .anyMatch(LessonGallery::isShown));
  }

  private static boolean isShown(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Button button(Scene scene, String text) {
    return scene.getRoot().lookupAll(".button").stream()
        .filter(n -> n instanceof Button b && b.getText().equals(text))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static void save(Scene scene, File file) throws Exception {
    file.getParentFile().mkdirs();
    var picture = on(() -> Screenshot.take(scene, 1));
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file);
  }

  private static <T> T on(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Platform.runLater(future);
    return future.get();
  }
}
