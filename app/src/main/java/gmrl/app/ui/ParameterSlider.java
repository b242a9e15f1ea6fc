package gmrl.app.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A labelled slider with a field for a typed value; double-clicking the slider resets it. */
public final class ParameterSlider extends VBox {
  private final ParameterViewModel model;
  private final Parameter range;
  private final Slider slider = new Slider(0, 1, 0);
  private final FittingLabel name;
  private final ValueField field;
  private final Showing showing = new Showing();

  /** Shows a parameter. */
  public ParameterSlider(ParameterViewModel model) {
    this(model, model.parameter());
  }

  /**
   * Shows a parameter with a slider that moves through another range; typed values keep the
   * parameter's own, and beyond the slider's range its thumb is hollow.
   */
  public ParameterSlider(ParameterViewModel model, Parameter range) {
    this.model = model;
    this.range = range;
    Parameter p = model.parameter();
    getStyleClass().add("parameter");

    Label symbol = new Label(p.symbol());
    symbol.getStyleClass().add("symbol");
    symbol.setMinWidth(USE_PREF_SIZE);
    name = new FittingLabel(p.name(), List.of(p.name().substring(p.name().indexOf(' ') + 1)));
    name.getStyleClass().add("parameter-name");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    field = ValueField.of(model, this);
    name.setLabelFor(field);
    HBox head = new HBox(symbol, name, gap, field);
    head.getStyleClass().add("parameter-head");
    head.setAlignment(Pos.CENTER_LEFT);

    slider.getStyleClass().add("small");
    slider.setBlockIncrement(range.keyStep());
    slider.setAccessibleText(p.name());
    Tip.on(head, p.tooltip());
    Tip.on(slider, p.tooltip());
    getChildren().addAll(head, slider);

    showing.onChoice(slider.valueProperty(), now -> slide(range.at(now.doubleValue())));
    slider
        .valueChangingProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                model.release();
                show();
              }
            });
    // Also beside the thumb, where a slider does not say that it is being moved.
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> model.take());
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> model.release());
    slider.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            model.reset();
            e.consume();
          }
        });
    model.valueProperty().addListener((o, old, now) -> show());
    show();
  }

  /**
   * Changes what stands beside the symbol.
   *
   * @param shorter the same in fewer and fewer words
   */
  public void setName(String words, List<String> shorter) {
    name.setWords(words, shorter);
  }

  /** The slider itself, for tests and benchmarks that drive it. */
  public Slider slider() {
    return slider;
  }

  private void slide(double value) {
    model.choose(value);
    if (!model.errorProperty().get().isEmpty()) {
      field.refuse(model.errorProperty().get());
    }
  }

  private void show() {
    double value = model.valueProperty().get();
    slider.pseudoClassStateChanged(Pseudo.BEYOND, value < range.min() || value > range.max());
    showing.show(
        () -> {
          if (!slider.isValueChanging()) {
            slider.setValue(range.positionOf(value));
          }
        });
  }
}
