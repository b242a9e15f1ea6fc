package gmrl.app.control;

import atlantafx.base.controls.ToggleSwitch;
import gmrl.app.control.ControlPanelViewModel.Slot;
import gmrl.app.ui.Showing;
import gmrl.app.ui.Tip;
import gmrl.app.ui.Words;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Which of the three slots are sampled and which exact: below each name a switch that says so. */
public final class SlotSwitches extends FlowPane {
  private final Showing showing = new Showing();

  /** Switches of the panel's slots. */
  public SlotSwitches(ControlPanelViewModel model) {
    super(12, 4);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    getStyleClass().add("slot-switches");
    for (Slot slot : Slot.values()) {
      ToggleSwitch toggle = toggle(model, slot);
      Label name = new Label(slot.title());
      name.setLabelFor(toggle);
      Tip.on(name, Tip.of(toggle));
      getChildren().add(new VBox(1, name, toggle));
    }
  }

  private ToggleSwitch toggle(ControlPanelViewModel model, Slot slot) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setLabelPosition(HorizontalDirection.RIGHT);
    toggle.textProperty().bind(toggle.selectedProperty().map(is -> is ? "sampled" : "exact"));
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setAccessibleText(Words.capital(slot.title()) + " slot is sampled");
    Tip.on(
        toggle,
        Words.capital(slot.title())
            + ": "
            + slot.meaning()
            + ".\nOn: estimated from sampled trajectories. Off: exact, no error at all."
            + "\nThe paper samples the inner and the Hessian slot (its label is lle).");
    model.observe(
        state -> showing.show(() -> toggle.setSelected(slot.in(state.setup()).isSampled())));
    showing.onChoice(toggle.selectedProperty(), is -> model.chooseSampled(slot, is));
    return toggle;
  }
}
