package gmrl.app.shell;

import gmrl.app.ui.Accelerators;
import gmrl.app.ui.ValueField;
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
          boolean redo = isRedo(e) || (isUndo(e) && e.isShiftDown());
          if ((redo || isUndo(e)) && e.getTarget() instanceof ValueField own && own.canMove(redo)) {
            own.move(redo);
            e.consume();
          } else if (isRedo(e)) {
            Accelerators.run(scene, REDO::equals, e);
          } else if (e.isShortcutDown() && isKept(e)) {
            Accelerators.run(scene, key -> key.match(e), e);
          }
        });
  }

  private static boolean isUndo(KeyEvent e) {
    return e.getCode() == KeyCode.Z && e.isShortcutDown() && !e.isAltDown();
  }

  /** What Windows calls Ctrl+Shift+Z, but for a field, which knows it itself. */
  private static boolean isRedo(KeyEvent e) {
    return e.getCode() == KeyCode.Y
        && e.isShortcutDown()
        && !e.isShiftDown()
        && !e.isAltDown()
        && !(e.getTarget() instanceof TextInputControl field && field.isRedoable());
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
