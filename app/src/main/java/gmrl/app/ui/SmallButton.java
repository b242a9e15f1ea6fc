package gmrl.app.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  /**
   * A button that opens a file or a folder.
   *
   * @param what what it opens, for its tooltip
   * @param ask asks which; empty if nobody chose any
   */
  public static Button opener(
      String text, String what, Supplier<Optional<Path>> ask, Consumer<Path> open) {
    return of(text, what, Icons.OPEN, () -> ask.get().ifPresent(open));
  }
}
