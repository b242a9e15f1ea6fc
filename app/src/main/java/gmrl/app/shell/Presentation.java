package gmrl.app.shell;

import gmrl.app.chart.ChartTheme;
import gmrl.app.ui.KeyHint;
import gmrl.app.ui.Theme;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * The window before a hall: the whole screen, large type and thick lines, no frame, black or white
 * behind everything, and the keys that a clicker sends.
 */
public final class Presentation {
  /** What its keys do. */
  public static final List<KeyHint> KEYS =
      List.of(
          new KeyHint("Page Down, Page Up", "next scene, step, screenful or page; the one before"),
          new KeyHint("B or .", "black screen, and back"),
          new KeyHint("Escape", "leave"));

  private final Stage stage;
  private final ShellView shell;
  private final ShellViewModel time;

  /** Whoever leaves the full screen by other ways leaves the presentation too. */
  private final ChangeListener<Boolean> leaving;

  private boolean wasFullScreen;

  private Presentation(Stage stage, ShellView shell, ShellViewModel time) {
    this.stage = stage;
    this.shell = shell;
    this.time = time;
    leaving =
        (o, was, is) -> {
          if (!is) {
            time.presentingProperty().set(false);
          }
        };
  }

  /**
   * Lets a window present itself whenever its view-model says so.
   *
   * @param scene the window's scene, whose root is the shell
   */
  public static void install(Stage stage, Scene scene, ShellView shell, ShellViewModel time) {
    new Presentation(stage, shell, time).listen(scene);
  }

  private void listen(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::rest);
    time.presentingProperty().addListener((o, was, is) -> show(scene, is));
    // A stage may outlive what it shows.
    stage.fullScreenProperty().addListener(new WeakChangeListener<>(leaving));
  }

  private void show(Scene scene, boolean presenting) {
    shell.setBare(presenting);
    Theme.enlarge(scene, presenting ? ChartTheme.PROJECTED : 1);
    if (presenting) {
      wasFullScreen = stage.isFullScreen();
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(true);
      // Not a field: its owner is the next who types a letter.
      shell.requestFocus();
    } else {
      stage.setFullScreen(wasFullScreen);
    }
  }

  private void key(KeyEvent e) {
    boolean plain = !e.isShortcutDown() && !e.isAltDown();
    if (e.getTarget() instanceof TextArea || !plain) {
      return;
    }
    boolean typing = e.getTarget() instanceof TextInputControl;
    boolean presenting = time.presentingProperty().get();
    boolean taken =
        switch (e.getCode()) {
          case PAGE_DOWN -> turn(1, presenting);
          case PAGE_UP -> turn(-1, presenting);
          case B, PERIOD -> presenting && !typing && blackOut(!shell.isBlack());
          case ESCAPE -> presenting && leave();
          default -> false;
        };
    if (taken) {
      e.consume();
    }
  }

  /** What nobody else wants: sliders, fields and tables have ends of their own. */
  private void rest(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown()) {
      return;
    }
    switch (e.getCode()) {
      case HOME -> shell.toEnd(-1);
      case END -> shell.toEnd(1);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private boolean turn(int by, boolean presenting) {
    return shell.isBlack() ? blackOut(false) : shell.turn(by, presenting);
  }

  private boolean blackOut(boolean black) {
    shell.setBlack(black);
    return true;
  }

  private boolean leave() {
    if (shell.isBlack()) {
      shell.setBlack(false);
    } else {
      time.presentingProperty().set(false);
    }
    return true;
  }
}
