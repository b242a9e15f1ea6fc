package gmrl.app.ui;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.testfx.api.FxRobot;

/** What fields say of what was typed into them. */
public final class FieldErrors {
  private FieldErrors() {}

  /** The words that can be seen now; empty for none. */
  public static String seen(FxRobot robot) {
    return robot.lookup(".field-error").queryAll().stream()
        .filter(Node::isVisible)
        .map(node -> node instanceof Labeled words ? words.getText() : "")
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }
}
