package gmrl.app.sweep;

import gmrl.app.ui.PageParts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands on the page of tables while none is open: what can be opened, and examples. */
final class TableWelcome {
  private TableWelcome() {}

  /**
   * A page.
   *
   * @param open buttons that open something
   * @param run computes an example
   * @param progress how far an example is; empty while none is computed
   */
  static VBox page(
      List<? extends Node> open, Consumer<ExampleSweep> run, ObservableValue<String> progress) {
    VBox page =
        PageParts.welcome(
            "No table is open",
            "A table has one row for each point of a sweep: filter and sort its rows, and draw any"
                + " column over any other. Open a file of comma-separated values, or the folder"
                + " that the command sweep FILE.json --run FOLDER has kept.",
            open);
    Label or = PageParts.sentence("Or look at one that is computed here in a few seconds:");
    VBox examples = new VBox(8);
    for (ExampleSweep example : ExampleSweep.all()) {
      examples.getChildren().add(card(example, run));
    }
    Label state = PageParts.sentence("");
    state.getStyleClass().add("muted");
    state.textProperty().bind(progress);
    page.getChildren().addAll(or, examples, state);
    return page;
  }

  private static Button card(ExampleSweep example, Consumer<ExampleSweep> run) {
    // A button asks how high its words are at their least width: these do not wrap.
    Label title = new Label(example.title());
    title.getStyleClass().add("panel-title");
    Label about = new Label(example.about());
    about.getStyleClass().add("muted");
    Button card = new Button();
    card.getStyleClass().add("welcome-card");
    card.setGraphic(new VBox(2, title, about));
    card.setAlignment(Pos.CENTER_LEFT);
    card.setMaxWidth(Double.MAX_VALUE);
    card.setAccessibleText(example.title() + ": " + example.about());
    card.setOnAction(e -> run.accept(example));
    return card;
  }
}
