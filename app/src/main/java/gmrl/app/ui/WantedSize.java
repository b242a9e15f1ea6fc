package gmrl.app.ui;

import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Where and how large a window is wanted when it opens, whatever is made of it on the way. */
public final class WantedSize {
  /** How long a window manager may take to have its own ideas. */
  private static final Duration SETTLING = Duration.seconds(6);

  private WantedSize() {}

  /** Whether a window is as small as it may be, although more was wanted. */
  static boolean isShrunk(double size, double smallest, double wanted) {
    return size <= smallest + 1 && wanted > smallest + 1;
  }

  /**
   * Some window managers first shrink a new window to its smallest size, and GTK gives the first
   * window beside another a size of its own in between: then it grows again.
   *
   * @param stage with a smallest size; on screen
   */
  public static void hold(Stage stage, Rectangle2D wanted) {
    Runnable insist =
        () -> {
          boolean free = !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
          if (free
              && (isShrunk(stage.getWidth(), stage.getMinWidth(), wanted.getWidth())
                  || isShrunk(stage.getHeight(), stage.getMinHeight(), wanted.getHeight()))) {
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
