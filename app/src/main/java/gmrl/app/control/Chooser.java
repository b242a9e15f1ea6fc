package gmrl.app.control;

import gmrl.app.state.Choice;
import gmrl.app.ui.Showing;
import gmrl.app.ui.SmallChoice;
import gmrl.app.ui.Tip;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;

/**
 * Makes the controls of a page that show a choice and change it.
 *
 * @param <P> what is chosen
 */
public final class Chooser<P> {
  private final Choice<P> choice;
  private final Showing showing = new Showing();

  /** Controls of one choice. */
  public Chooser(Choice<P> choice) {
    this.choice = choice;
  }

  /**
   * A box of values; one that was chosen elsewhere, such as in a file, joins them.
   *
   * @param name what it chooses, for tooltip, ear and undo
   * @param text what a value is called
   * @param width preferred, in pixels
   */
  public <T> ChoiceBox<T> box(
      String name,
      List<T> values,
      Function<T, String> text,
      double width,
      Function<P, T> get,
      BiFunction<P, T, P> set) {
    ChoiceBox<T> box = SmallChoice.of(name, text, width);
    box.getItems().setAll(values);
    choice.observe(
        now ->
            showing.show(
                () -> {
                  T value = get.apply(now);
                  if (!box.getItems().contains(value)) {
                    box.getItems().add(value);
                  }
                  box.setValue(value);
                }));
    showing.onChoice(box.valueProperty(), now -> choice.pick(name, c -> set.apply(c, now)));
    return box;
  }

  /**
   * A box to check.
   *
   * @param text what stands beside it
   * @param meaning its tooltip
   */
  public CheckBox check(
      String text, String meaning, Function<P, Boolean> get, BiFunction<P, Boolean, P> set) {
    CheckBox box = plain(text, meaning);
    choice.observe(now -> box.setSelected(get.apply(now)));
    box.setOnAction(e -> choice.pick(text, c -> set.apply(c, box.isSelected())));
    return box;
  }

  /** A small box to check that is no part of a choice. */
  public static CheckBox plain(String text, String meaning) {
    CheckBox box = new CheckBox(text);
    box.getStyleClass().add("small");
    Tip.on(box, meaning);
    return box;
  }
}
