package gmrl.app.studio;

import gmrl.app.ui.Tip;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Words or a number of the figure, as a person types them: one step of undo. */
final class StudioField extends TextField {

  /**
   * A field for a value.
   *
   * @param what says what it is
   */
  StudioField(StudioViewModel model, StringProperty value, String what) {
    textProperty().bindBidirectional(value);
    model.oneStep(focusedProperty());
    Tip.on(this, what);
    setAccessibleText(what);
  }

  /** What stands before the field. */
  Label label(String text) {
    Label label = quiet(text);
    label.setLabelFor(this);
    return label;
  }

  /** Quiet words beside fields and choices, which are never cut. */
  static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
