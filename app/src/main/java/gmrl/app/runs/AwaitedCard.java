package gmrl.app.runs;

import gmrl.app.shelf.Awaited;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A run that is kept and not there yet; what is typed here will be its name. */
final class AwaitedCard extends VBox {
  private final Awaited awaited;
  private final TextField name = new TextField();

  AwaitedCard(Awaited awaited) {
    super(4);
    this.awaited = awaited;
    getStyleClass().add("run-card");
    name.getStyleClass().addAll("small", "run-name");
    name.setPromptText("Name it");
    name.setAccessibleText("Name of the run that is being kept");
    name.textProperty().bindBidirectional(awaited.nameProperty());
    name.setMinWidth(60);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button cancel = PanelFrame.toolButton(Icons.CLOSE, "Do not keep it after all", awaited::cancel);
    PageParts.showWhile(cancel, awaited.cancellableProperty());
    HBox head = new HBox(6, name, cancel);
    head.setAlignment(Pos.CENTER_LEFT);
    Label when =
        PageParts.sentence(awaited.stageProperty().map(stage -> awaited.title() + " · " + stage));
    when.getStyleClass().add("run-when");
    getChildren().addAll(head, when);
  }

  Awaited awaited() {
    return awaited;
  }

  /** Begins to name it. */
  void name() {
    name.requestFocus();
    name.end();
  }

  /** Whether somebody is naming it. */
  boolean isBeingNamed() {
    return name.isFocused();
  }

  /** What was typed so far. */
  TextField field() {
    return name;
  }
}
