package gmrl.app.control;

import gmrl.app.state.LabState;
import gmrl.app.ui.Showing;
import gmrl.app.ui.Tip;
import gmrl.app.ui.ValueField;
import gmrl.experiment.tabular.MethodSpec;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How the meta-gradient is taken out of the inner loop, and the method's number if it has one. */
final class MethodRow extends HBox {
  private static final List<String> TOKENS =
      List.of("unrolled", "truncated", "mixture", "implicit", "es", "pes", "pre-adaptation");

  private final ComboBox<String> choice = new ComboBox<>();
  private final ValueField number;
  private final Showing showing = new Showing();

  MethodRow(ControlPanelViewModel model) {
    getStyleClass().add("slot-row");
    setSpacing(6);
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label("method");
    name.getStyleClass().add("row-label");
    name.setLabelFor(choice);
    String tip =
        "How the meta-gradient is taken: through all inner steps, through the last ones only, with"
            + " the objective of every step, implicitly at the end, or by evolution strategies.\n"
            + "In the paper: unrolled.";
    choice.getItems().setAll(TOKENS.stream().map(token -> MethodSpec.parse(token).name()).toList());
    choice.getStyleClass().add("small");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setAccessibleText("Method of the meta-gradient");
    Tip.on(choice, tip);
    Tip.on(name, tip);
    HBox.setHgrow(choice, Priority.ALWAYS);
    showing.onChoice(
        choice.getSelectionModel().selectedIndexProperty(),
        now -> {
          if (now.intValue() >= 0) {
            model.chooseMethod(TOKENS.get(now.intValue()));
          }
        });
    number = new ValueField("Number of the method", text -> model.typeMethod(token(), text));
    Tip.on(
        number,
        "Steps of a truncation, weight of the step before over the step after in a mixture,"
            + " iterations of the implicit solve, pairs of perturbations");
    getChildren().addAll(name, choice, number);
    model.observe(this::show);
  }

  private String token() {
    return TOKENS.get(Math.max(0, choice.getSelectionModel().getSelectedIndex()));
  }

  private void show(LabState state) {
    MethodSpec method = state.setup().method();
    String text = method.toString();
    int colon = text.indexOf(':');
    showing.show(
        () -> {
          choice
              .getSelectionModel()
              .select(TOKENS.indexOf(colon < 0 ? text : text.substring(0, colon)));
          number.show(colon < 0 ? "" : text.substring(colon + 1));
          number.setDisable(colon < 0);
        });
  }
}
