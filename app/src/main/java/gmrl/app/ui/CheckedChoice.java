package gmrl.app.ui;

import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.CheckComboBox;

/**
 * A box of check marks that opens by the keys of any other box of choices. The control that it is
 * made of opens by the mouse alone: it takes the focus from the box within it, which has the keys.
 */
public final class CheckedChoice<T> extends CheckComboBox<T> {
  private static final Set<KeyCode> OPENING = Set.of(KeyCode.SPACE, KeyCode.DOWN, KeyCode.F4);

  /** A box of all that can be chosen. */
  public CheckedChoice(List<T> all) {
    super(FXCollections.observableArrayList(all));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (OPENING.contains(e.getCode())) {
            show();
            e.consume();
          }
        });
  }
}
