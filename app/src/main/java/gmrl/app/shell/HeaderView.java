package gmrl.app.shell;

import gmrl.app.live.Tasks;
import gmrl.app.ui.Icons;
import gmrl.app.ui.Tip;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Name, menus, time controls, seed, undo and theme in one line. */
final class HeaderView extends HBox {

  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

  private static final String HOLD = "Hold the estimates, or let them refine (Ctrl+P)";

  HeaderView(
      ShellViewModel model,
      Tasks tasks,
      MenuBar menus,
      Node seed,
      Node workspaces,
      BooleanProperty drawer) {
    getStyleClass().add("header");
    setAlignment(Pos.CENTER_LEFT);
    Label brand = new Label("GMRL Lab");
    brand.getStyleClass().add("brand");
    brand.setMinWidth(USE_PREF_SIZE);
    menus.setMinWidth(USE_PREF_SIZE);

    Button play = button(Icons.PLAY, HOLD);
    play.graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> (model.playingProperty().get() ? Icons.PAUSE : Icons.PLAY).node(),
                model.playingProperty()));
    play.setOnAction(e -> model.togglePlaying());
    model
        .playingProperty()
        .addListener((o, was, is) -> play.setAccessibleText(is ? "Pause" : "Play"));
    play.setAccessibleText("Pause");
    Runnable dim = () -> dim(play, model.playingProperty().get() && tasks.areResting());
    tasks.running().addListener((ListChangeListener<Tasks.Task>) c -> dim.run());
    model.playingProperty().addListener((o, was, is) -> dim.run());
    dim.run();
    Button step =
        button(Icons.STEP, "One step: the next round of trials, the next inner step k (Ctrl+.)");
    step.setOnAction(e -> model.step());
    Button reset = button(Icons.RESET, "Forget the estimates and start again (Ctrl+R)");
    reset.setOnAction(e -> model.restart());

    Button undo = button(Icons.UNDO, "Undo (Ctrl+Z)");
    undo.disableProperty().bind(not(model.canUndoProperty()));
    undo.setOnAction(e -> model.undo());
    Button redo = button(Icons.REDO, "Redo (Ctrl+Shift+Z)");
    redo.disableProperty().bind(not(model.canRedoProperty()));
    redo.setOnAction(e -> model.redo());

    ToggleButton theme = new ToggleButton();
    style(theme, "Light or dark (Ctrl+D)");
    theme
        .graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> (model.darkProperty().get() ? Icons.SUN : Icons.MOON).node(),
                model.darkProperty()));
    theme.selectedProperty().bindBidirectional(model.darkProperty());

    ToggleButton shelf = new ToggleButton("", Icons.SHELF.node());
    style(shelf, "Kept runs (Ctrl+B)");
    shelf.selectedProperty().bindBidirectional(drawer);

    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Region gap2 = new Region();
    HBox.setHgrow(gap2, Priority.ALWAYS);
    getChildren()
        .addAll(
            brand,
            menus,
            gap,
            workspaces,
            gap2,
            play,
            step,
            reset,
            line(),
            seed,
            line(),
            undo,
            redo,
            line(),
            shelf,
            theme);
  }

  /** Where nothing is computed there is nothing to hold yet. */
  private static void dim(Button play, boolean idle) {
    play.pseudoClassStateChanged(IDLE, idle);
    Tip.on(play, idle ? "Nothing is computed now; hold what comes next (Ctrl+P)" : HOLD);
  }

  private static Node line() {
    Separator separator = new Separator(javafx.geometry.Orientation.VERTICAL);
    separator.getStyleClass().add("header-line");
    return separator;
  }

  static Button button(Icons icon, String what) {
    Button button = new Button("", icon.node());
    style(button, what);
    return button;
  }

  private static void style(ButtonBase button, String what) {
    button.getStyleClass().addAll("flat", "button-icon", "tool");
    Tip.on(button, what);
    button.setAccessibleText(what);
    button.setMinWidth(USE_PREF_SIZE);
  }

  private static javafx.beans.binding.BooleanBinding not(ObservableValue<Boolean> value) {
    return Bindings.createBooleanBinding(() -> !value.getValue(), value);
  }
}
