package gmrl.app.ui;

import javafx.event.Event;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Room for some sentences; Tab goes on from it, as from everything else. */
public final class WritingArea extends TextArea {
  private static final int ROWS = 3;

  /**
   * Room for sentences.
   *
   * @param words that stand in it already
   * @param what says what is written, for those who listen
   */
  public WritingArea(String words, String what) {
    super(words);
    setPrefRowCount(ROWS);
    setWrapText(true);
    setAccessibleText(what);
    addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
  }

  /** The toolkit goes on with Ctrl+Tab and would write a tab. */
  private void leave(KeyEvent e) {
    if (e.getCode() == KeyCode.TAB && !e.isControlDown() && !e.isAltDown() && !e.isMetaDown()) {
      e.consume();
      Event.fireEvent(
          this,
          new KeyEvent(
              KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, e.isShiftDown(), true, false, false));
    }
  }
}
