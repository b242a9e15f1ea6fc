package gmrl.app.control;

import gmrl.app.control.ControlPanelViewModel.Slot;
import gmrl.app.state.LabState;
import gmrl.app.state.Symbols;
import gmrl.app.ui.Showing;
import gmrl.app.ui.Tip;
import gmrl.app.ui.ValueField;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One slot: its name, who estimates it, and from how many trajectories. */
final class SlotRow extends HBox {
  private static final String EXACT = "exact";
  private static final List<Estimator> ESTIMATORS = List.of(Estimator.values());

  private final Slot slot;
  private final ComboBox<String> choice = new ComboBox<>();
  private final ValueField size;
  private final Showing showing = new Showing();

  SlotRow(ControlPanelViewModel model, Slot slot) {
    this.slot = slot;
    getStyleClass().add("slot-row");
    setSpacing(6);
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(slot.title());
    name.getStyleClass().add("row-label");
    name.setLabelFor(choice);
    String paper = "\nThe paper samples the inner and Hessian slots and keeps the outer one exact.";
    Tip.on(name, "The " + slot.title() + " slot: " + slot.meaning() + "." + paper);

    List<String> names = new ArrayList<>();
    names.add(EXACT);
    for (Estimator estimator : ESTIMATORS) {
      names.add(Symbols.of(estimator));
    }
    choice.getItems().setAll(names);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getStyleClass().add("small");
    choice.setAccessibleText("Estimator of the " + slot.title() + " slot");
    Tip.on(choice, "Who fills the " + slot.title() + " slot; exact solves for it.");
    HBox.setHgrow(choice, Priority.ALWAYS);
    showing.onChoice(
        choice.getSelectionModel().selectedIndexProperty(),
        now -> {
          if (now.intValue() == 0) {
            model.chooseExact(slot);
          } else if (now.intValue() > 0) {
            model.chooseEstimator(slot, ESTIMATORS.get(now.intValue() - 1));
          }
        });

    size =
        new ValueField(
            "Sample size of the " + slot.title() + " slot", text -> model.typeSamples(slot, text));
    Tip.on(size, "Sample size of this slot alone; |τ| sets all of them");
    getChildren().addAll(name, choice, size);
    model.observe(this::show);
  }

  private void show(LabState state) {
    SlotSpec spec = slot.in(state.setup());
    showing.show(
        () -> {
          if (spec instanceof SlotSpec.Sampled sampled) {
            choice.getSelectionModel().select(1 + ESTIMATORS.indexOf(sampled.estimator()));
            size.show(Integer.toString(sampled.samples()));
          } else {
            choice.getSelectionModel().select(0);
            size.show("");
          }
          size.setDisable(!spec.isSampled());
        });
  }
}
