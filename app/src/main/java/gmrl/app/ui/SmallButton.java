package gmrl.app.ui;

import javafx.scene.control.Button;

/** Small buttons with words and an icon as they stand above plots. */
public final class SmallButton {
  private SmallButton() {}

  /**
   * A button.
   *
   * @param text what stands on it
   * @param what what it does, for its tooltip
   */
  public static Button of(String text, String what, Icons icon, Runnable action) {
    Button button = new Button(text, icon.node());
    button.getStyleClass().add("small");
    Tip.on(button, what);
    button.setOnAction(e -> action.run());
    return button;
  }
}
