package gmrl.app.control;

import atlantafx.base.controls.ToggleSwitch;
import gmrl.app.control.ControlPanelViewModel.Slot;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.Showing;
import gmrl.app.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Which of the three slots are sampled: a switch for each; off is exact. */
public final class SlotSwitches extends FlowPane {
  private final Showing showing = new Showing();

  /** Switches of the panel's slots. */
  public SlotSwitches(ControlPanelViewModel model) {
    super(6, 4);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    getStyleClass().add("slot-switches");
    getChildren().add(new Label("sampled:"));
    for (Slot slot : Slot.values()) {
      getChildren().add(toggle(model, slot));
    }
  }

  private ToggleSwitch toggle(ControlPanelViewModel model, Slot slot) {
    ToggleSwitch toggle = new ToggleSwitch(slot.title());
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setAccessibleText(Words.capital(slot.title()) + " slot is sampled");
    toggle.setTooltip(
        ParameterSlider.tooltip(
            Words.capital(slot.title())
                + ": "
                + slot.meaning()
                + ".\nOn: estimated from sampled trajectories. Off: exact, no error at all."
                + "\nThe paper samples the inner and the Hessian slot (its label is lle)."));
    model.observe(
        state -> showing.show(() -> toggle.setSelected(slot.in(state.setup()).isSampled())));
    showing.onChoice(toggle.selectedProperty(), is -> model.chooseSampled(slot, is));
    return toggle;
  }
}
