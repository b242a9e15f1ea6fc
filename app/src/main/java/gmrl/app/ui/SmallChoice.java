package gmrl.app.ui;

import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/** Small choice boxes as they stand above plots. */
public final class SmallChoice {
  /** Size of type in most of them. */
  private static final double USUAL = 12;

  private SmallChoice() {}

  /**
   * An empty box.
   *
   * @param name what it chooses, for its tooltip and for those who listen
   * @param text what a value is called
   * @param width preferred, in pixels of the usual type
   */
  public static <T> ChoiceBox<T> of(String name, Function<T, String> text, double width) {
    ChoiceBox<T> box = new ChoiceBox<>();
    box.setConverter(named(text));
    box.getStyleClass().add("small");
    // Grows with the type.
    box.setStyle(String.format(Locale.ROOT, "-fx-pref-width: %.2fem;", width / USUAL));
    box.setAccessibleText(name);
    Tip.on(box, name);
    return box;
  }

  /**
   * Shows values by their names.
   *
   * @param text what a value is called
   */
  public static <T> StringConverter<T> named(Function<T, String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : text.apply(value);
      }

      @Override
      public T fromString(String string) {
        throw new UnsupportedOperationException("not edited as text");
      }
    };
  }
}
