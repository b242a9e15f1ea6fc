package gmrl.app.shell;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Lets keys of the menus through that a control which has the focus would keep for itself. */
public final class MenuKeys {
  private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

  private MenuKeys() {}

  /** Lets them through in a scene whose menus have put their keys into its accelerators. */
  public static void install(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (isRedo(e)) {
            run(scene, REDO, e);
          } else if (e.isShortcutDown() && isKept(e)) {
            scene.getAccelerators().entrySet().stream()
                .filter(key -> key.getKey().match(e))
                .map(Map.Entry::getValue)
                .findFirst()
                .ifPresent(
                    command -> {
                      e.consume();
                      command.run();
                    });
          }
        });
  }

  /** What Windows calls Ctrl+Shift+Z, but for a field, which knows it itself. */
  private static boolean isRedo(KeyEvent e) {
    return e.getCode() == KeyCode.Y
        && e.isShortcutDown()
        && !e.isShiftDown()
        && !e.isAltDown()
        && !(e.getTarget() instanceof TextInputControl field && field.isRedoable());
  }

  private static void run(Scene scene, KeyCombination key, KeyEvent e) {
    Runnable command = scene.getAccelerators().get(key);
    if (command != null) {
      e.consume();
      command.run();
    }
  }

  /** Tables turn pages of their own; a field undoes letters, also where there are none to undo. */
  private static boolean isKept(KeyEvent e) {
    if (e.getCode() == KeyCode.PAGE_DOWN || e.getCode() == KeyCode.PAGE_UP) {
      return true;
    }
    return e.getCode() == KeyCode.Z
        && e.getTarget() instanceof TextInputControl field
        && !(e.isShiftDown() ? field.isRedoable() : field.isUndoable());
  }
}
