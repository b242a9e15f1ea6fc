package gmrl.app.ui;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What a mouse says, for who has none. */
public final class Mouse {
  private Mouse() {}

  /** The first button is down, or was until now, at a place. */
  public static MouseEvent primary(EventType<MouseEvent> type, double x, double y) {
    return event(type, x, y, MouseButton.PRIMARY);
  }

  /** No button is down. */
  public static MouseEvent free(EventType<MouseEvent> type) {
    return event(type, 0, 0, MouseButton.NONE);
  }

  private static MouseEvent event(
      EventType<MouseEvent> type, double x, double y, MouseButton button) {
    boolean down = button == MouseButton.PRIMARY;
    int clicks = down ? 1 : 0;
    return new MouseEvent(
        type, x, y, x, y, button, clicks, false, false, false, false, down, false, false, down,
        false, down, null);
  }
}
