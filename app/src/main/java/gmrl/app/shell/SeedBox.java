package gmrl.app.shell;

import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Icons;
import gmrl.app.ui.Tip;
import gmrl.app.ui.ValueField;
import gmrl.app.ui.Words;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** The seed, always in sight: typed, drawn anew, or locked against both. */
final class SeedBox extends HBox {
  private final StateModel<LabState> model;
  private final RandomGenerator seeds = new SplittableRandom();
  private final ValueField field = new ValueField("Seed of everything random", this::take);
  private final ToggleButton lock = new ToggleButton();

  SeedBox(StateModel<LabState> model) {
    this.model = model;
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(4);
    setMinWidth(USE_PREF_SIZE);
    Label label = new Label("seed");
    label.getStyleClass().add("muted");
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    Tip.on(
        field,
        "Seed of everything random; the same seed gives the same numbers.\nDefault: "
            + LabState.initial().seed());
    lock.getStyleClass().addAll("flat", "button-icon", "tool");
    Tip.on(lock, "Lock the seed, so that nothing changes it");
    lock.setAccessibleText("Lock the seed");
    lock.graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> (lock.isSelected() ? Icons.LOCK : Icons.UNLOCK).node(),
                lock.selectedProperty()));
    lock.setOnAction(e -> model.edit("seed lock", s -> s.withSeedLocked(lock.isSelected())));
    Button fresh = HeaderView.button(Icons.DICE, "A new seed (Ctrl+N)");
    fresh.setOnAction(e -> draw());
    fresh.disableProperty().bind(lock.selectedProperty());
    field.disableProperty().bind(lock.selectedProperty());
    getChildren().addAll(label, field, lock, fresh);
    model.stateProperty().addListener((o, old, now) -> show(now));
    show(model.get());
  }

  void draw() {
    if (!model.get().seedLocked()) {
      long seed = seeds.nextInt(1, 100_000);
      model.seal();
      model.edit("seed", s -> s.withSeed(seed));
    }
  }

  private void take(String text) {
    long seed;
    try {
      seed = Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The seed is "
              + Words.quote(text)
              + "; expected a whole number up to "
              + LabState.LAST_SEED
              + ".",
          e);
    }
    model.edit("seed", s -> s.withSeed(seed));
  }

  private void show(LabState state) {
    field.show(Long.toString(state.seed()));
    lock.setSelected(state.seedLocked());
  }
}
