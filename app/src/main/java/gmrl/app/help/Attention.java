package gmrl.app.help;

import gmrl.app.ui.HelpMark;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/**
 * What somebody has turned to last in a window: the part that was clicked, which need not take the
 * focus, or the one that the keyboard is in.
 */
final class Attention {
  private final Stage window;

  /** Weakly: what was put away is not kept for having been clicked. */
  private WeakReference<Node> clicked = new WeakReference<>(null);

  Attention(Stage window) {
    this.window = window;
    window.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        e -> clicked = new WeakReference<>(e.getTarget() instanceof Node node ? node : null));
    window.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.TAB) {
            clicked.clear();
          }
        });
  }

  /**
   * The topic of that part.
   *
   * @param known which topics count
   */
  Optional<String> topic(Predicate<String> known) {
    Node last = clicked.get();
    return (last != null && isShown(last) ? HelpMark.of(last, known) : Optional.<String>empty())
        .or(() -> HelpMark.of(window.getScene().getFocusOwner(), known));
  }

  /** Pages that are put away are no longer in the scene. */
  private boolean isShown(Node node) {
    boolean visible = true;
    for (Node at = node; at != null; at = at.getParent()) {
      visible &= at.isVisible();
    }
    return visible && node.getScene() == window.getScene();
  }
}
