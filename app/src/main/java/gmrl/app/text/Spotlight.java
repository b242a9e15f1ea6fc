package gmrl.app.text;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * What is pointed at: everything that stands for the same thing, in words, formulas and curves,
 * shares a key and lights up together.
 */
public final class Spotlight {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private final ReadOnlyStringWrapper lit = new ReadOnlyStringWrapper("");

  /** The key that is pointed at; empty while there is none. */
  public ReadOnlyStringProperty litProperty() {
    return lit.getReadOnlyProperty();
  }

  /** Points at a key. */
  public void light(String key) {
    lit.set(key);
  }

  /** Points at nothing, unless something else was pointed at meanwhile. */
  public void leave(String key) {
    if (lit.get().equals(key)) {
      lit.set("");
    }
  }

  /** Lets a node light up with its key, and light the others while the pointer is on it. */
  public void attach(Node node, String key) {
    node.getStyleClass().addAll("keyed", "key-" + key);
    node.setPickOnBounds(true);
    node.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_ENTERED, e -> light(key));
    node.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_EXITED, e -> leave(key));
    lit.addListener((o, old, now) -> node.pseudoClassStateChanged(LIT, now.equals(key)));
  }
}
