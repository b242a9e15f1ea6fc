package gmrl.app;

import gmrl.app.state.Settings;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Where a window opens. */
final class WindowPlace {
  /** Share of the screen that the window takes when it opens for the first time. */
  private static final double FIRST_SHARE = 0.92;

  /** How long a window manager may take to have its own ideas. */
  private static final Duration SETTLING = Duration.seconds(6);

  /** On a smaller screen a new window takes all of it. */
  private static final double SMALL_WIDTH = 1280;

  private static final double SMALL_HEIGHT = 800;

  private WindowPlace() {}

  /** Whether a screen has nothing to spare around a new window. */
  static boolean isSmall(Rectangle2D screen) {
    return screen.getWidth() < SMALL_WIDTH || screen.getHeight() < SMALL_HEIGHT;
  }

  /** Nearly all of a screen, in its middle, in whole pixels. */
  static Rectangle2D first(Rectangle2D screen) {
    double width = Math.floor(FIRST_SHARE * screen.getWidth());
    double height = Math.floor(FIRST_SHARE * screen.getHeight());
    return new Rectangle2D(
        screen.getMinX() + Math.floor((screen.getWidth() - width) / 2),
        screen.getMinY() + Math.floor((screen.getHeight() - height) / 2),
        width,
        height);
  }

  /** Whether a window is as small as it may be, although more was wanted. */
  static boolean isShrunk(double width, double height, double wantedWidth, double wantedHeight) {
    return (width <= Settings.MIN_WIDTH + 1 && wantedWidth > Settings.MIN_WIDTH + 1)
        || (height <= Settings.MIN_HEIGHT + 1 && wantedHeight > Settings.MIN_HEIGHT + 1);
  }

  /** Some window managers first shrink a new window to its smallest size: then it grows again. */
  static void hold(Stage stage, Rectangle2D wanted) {
    Runnable insist =
        () -> {
          boolean free = !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
          if (free
              && isShrunk(
                  stage.getWidth(), stage.getHeight(), wanted.getWidth(), wanted.getHeight())) {
            stage.setX(wanted.getMinX());
            stage.setY(wanted.getMinY());
            stage.setWidth(wanted.getWidth());
            stage.setHeight(wanted.getHeight());
          }
        };
    // A window manager answers in its own time; what it does while it still speaks is undone later.
    ChangeListener<Number> shrinking = (o, was, is) -> later(Duration.millis(50), insist);
    stage.widthProperty().addListener(shrinking);
    stage.heightProperty().addListener(shrinking);
    later(Duration.millis(200), insist);
    later(
        SETTLING,
        () -> {
          insist.run();
          stage.widthProperty().removeListener(shrinking);
          stage.heightProperty().removeListener(shrinking);
        });
  }

  private static void later(Duration delay, Runnable task) {
    PauseTransition wait = new PauseTransition(delay);
    wait.setOnFinished(e -> task.run());
    wait.play();
  }
}
