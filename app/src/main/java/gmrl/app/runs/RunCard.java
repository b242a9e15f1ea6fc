package gmrl.app.runs;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Hue;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.RunLabels;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Source;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Tip;
import gmrl.app.ui.Words;
import gmrl.app.ui.WritingArea;
import gmrl.experiment.Counted;
import gmrl.experiment.compare.ConfigDiff;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/**
 * One kept run in the drawer: colour, name, what differs from now, and what can be done with it.
 *
 * <p>A card stays while what is said about its run changes: leaving its name for one of its buttons
 * keeps the name, and the button has to be there still when it is pressed.
 */
final class RunCard extends VBox {
  private static final int MOST_CHANGES = 4;

  private final Shelf shelf;
  private final TextField name = new TextField();
  private final MenuButton colour = new MenuButton();
  private final ToggleButton eye = new ToggleButton("", Icons.EYE.node());
  private final Label differs = PageParts.sentence("");
  private final Label notes = PageParts.sentence("");
  private KeptRun run;

  /** What the cards of a drawer do beyond the shelf. */
  interface Actions {
    /** Asks where to, and writes the run there. */
    void export(KeptRun run);

    /** Others that a run can be compared with. */
    List<KeptRun> others(KeptRun run);

    /** Puts what the window shows now beside a run of the same family. */
    void compareWithNow(KeptRun run);

    /** Puts two beside each other. */
    void compare(KeptRun first, KeptRun second);
  }

  RunCard(Shelf shelf, KeptRun run, boolean dark, Actions actions) {
    this.shelf = shelf;
    this.run = run;
    getStyleClass().add("run-card");
    Label when =
        new Label(
            shelf.source(run.kind()).map(Source::title).orElse(run.kind())
                + " · "
                + RunLabels.time(run)
                + (run.isComplete()
                    ? ""
                    : " · incomplete" + run.message().map(m -> ": " + m).orElse("")));
    PageParts.wrapped(when);
    when.getStyleClass().add("run-when");
    differs.getStyleClass().add("run-differs");
    HBox head = new HBox(6);
    head.setAlignment(Pos.CENTER_LEFT);
    if (run.isNamed()) {
      head.getChildren().addAll(colours(), nameField(), eye());
      // Below the buttons, so that none of them moves while it is pressed.
      getChildren().addAll(head, differs, when, tools(actions), notes);
    } else {
      HBox.setHgrow(when, Priority.ALWAYS);
      when.setMaxWidth(Double.MAX_VALUE);
      head.getChildren()
          .addAll(
              when,
              PanelFrame.toolButton(
                  Icons.PIN,
                  "Keep this one under a name, drawn over the plots",
                  () -> shelf.change(run, note -> note.withKept(true).withShown(true))),
              open(),
              delete());
      getChildren().addAll(differs, head);
    }
    say(dark);
  }

  KeptRun run() {
    return run;
  }

  /**
   * Takes what is known now of its run.
   *
   * @return false where another card is needed: for another run, or one that is kept no more or
   *     only now
   */
  boolean takes(KeptRun now, boolean onDark) {
    if (!run.path().equals(now.path()) || run.isNamed() != now.isNamed()) {
      return false;
    }
    boolean renamed = !run.note().name().equals(now.note().name());
    run = now;
    if (renamed) {
      int caret = name.getCaretPosition();
      name.setText(now.note().name());
      name.positionCaret(caret);
    }
    say(onDark);
    return true;
  }

  private void say(boolean dark) {
    colour.setGraphic(dot(run.note().colour(), dark));
    for (int i = 0; i < colour.getItems().size(); i++) {
      colour.getItems().get(i).setGraphic(dot(Shelf.COLOURS.get(i), dark));
    }
    eye.setSelected(run.note().shown());
    notes.setText(run.note().notes());
    PageParts.show(notes, !run.note().notes().isBlank());
    update();
  }

  /** Begins to name it, or goes on where somebody has begun before it was there. */
  void name(TextField begun) {
    if (!begun.getText().isEmpty()) {
      name.setText(begun.getText());
    }
    int anchor = begun.getAnchor();
    int caret = begun.getCaretPosition();
    name.requestFocus();
    if (begun.getText().isEmpty()) {
      name.selectAll();
    } else {
      name.selectRange(anchor, caret);
    }
  }

  /** Says again what differs from what stands in the window now. */
  void update() {
    List<ConfigDiff.Change> changes = shelf.changes(run);
    List<String> words = changes.stream().map(change -> Words.typeset(change.besideNow())).toList();
    differs.setText(
        words.isEmpty() ? "the same settings as now" : Counted.some(words, MOST_CHANGES));
    Tip.on(
        differs,
        words.isEmpty()
            ? "Nothing of its settings differs from what stands in the window"
            : "From now to this run, as files spell it:\n"
                + changes.stream()
                    .map(ConfigDiff.Change::arrowAsWritten)
                    .collect(Collectors.joining("\n")));
    name.setPromptText(shelf.label(run));
  }

  private Node nameField() {
    name.setText(run.note().name());
    name.getStyleClass().addAll("small", "run-name");
    name.setAccessibleText("Name of this run");
    Tip.on(name, "Its name in the legends; without one they say what differs from the defaults");
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMinWidth(60);
    name.setOnAction(e -> rename());
    name.focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                rename();
              }
            });
    return name;
  }

  private void rename() {
    String text = name.getText().strip();
    shelf.change(run, note -> note.withName(text));
  }

  private Node eye() {
    eye.getStyleClass().addAll("flat", "button-icon", "small", "tool");
    String what = "Draw it over the plots of its family, or not";
    Tip.on(eye, what);
    eye.setAccessibleText(what);
    eye.setOnAction(e -> shelf.change(run, note -> note.withShown(eye.isSelected())));
    return eye;
  }

  private Node colours() {
    colour.getStyleClass().addAll("flat", "button-icon", "small", "tool", "no-arrow");
    Tip.on(colour, "Its colour in the plots");
    colour.setAccessibleText("Colour of this run");
    for (int other : Shelf.COLOURS) {
      MenuItem item = new MenuItem(NAMES.get(other));
      item.setOnAction(e -> shelf.change(run, note -> note.withColour(other)));
      colour.getItems().add(item);
    }
    return colour;
  }

  /** The colours of categories in words, in their order. */
  private static final List<String> NAMES =
      List.of("blue", "vermilion", "green", "pink", "olive", "sky blue", "violet", "wine");

  private static Node dot(int category, boolean dark) {
    java.awt.Color awt =
        (dark ? ChartTheme.dark() : ChartTheme.light()).color(new Hue.Category(category));
    return new Circle(6, Color.rgb(awt.getRed(), awt.getGreen(), awt.getBlue()));
  }

  private Node tools(Actions actions) {
    MenuButton compare = new MenuButton("", Icons.COMPARE.node());
    compare.getStyleClass().addAll("flat", "button-icon", "small", "tool", "no-arrow");
    String what = "Compare it with another run of its family";
    Tip.on(compare, what);
    compare.setAccessibleText(what);
    compare.setOnShowing(
        e -> {
          compare.getItems().clear();
          boolean now = shelf.isWhole(run.kind());
          if (now && !shelf.changes(run).isEmpty()) {
            MenuItem present = new MenuItem("with what is computed now");
            present.setOnAction(action -> actions.compareWithNow(run));
            compare.getItems().add(present);
          }
          for (KeptRun other : actions.others(run)) {
            if (now && shelf.changes(other).isEmpty()) {
              continue; // is what is computed now
            }
            MenuItem item = new MenuItem("with " + shelf.label(other));
            item.setMnemonicParsing(false);
            item.setOnAction(action -> actions.compare(other, run));
            compare.getItems().add(item);
          }
          if (compare.getItems().isEmpty()) {
            MenuItem none = new MenuItem("There is no other run of its family yet");
            none.setDisable(true);
            compare.getItems().add(none);
          }
        });
    compare.getItems().add(new MenuItem("…"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row =
        new HBox(
            2,
            open(),
            compare,
            PanelFrame.toolButton(Icons.NOTE, "Write a note", this::writeNote),
            PanelFrame.toolButton(
                Icons.EXPORT, "Save its numbers or its configuration", () -> actions.export(run)),
            gap,
            delete());
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button open() {
    return PanelFrame.toolButton(
        Icons.OPEN,
        "Put its settings into the window (Ctrl+Z brings yours back)",
        () -> shelf.reopen(run));
  }

  private Button delete() {
    return PanelFrame.toolButton(
        Icons.BIN, "Delete it; it can be brought back", () -> shelf.delete(run));
  }

  private void writeNote() {
    WritingArea area = new WritingArea(run.note().notes(), "Notes on this run");
    getChildren().removeIf(WritingArea.class::isInstance);
    getChildren().add(area);
    area.requestFocus();
    area.focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                String text = area.getText().strip();
                getChildren().remove(area);
                shelf.change(run, note -> note.withNotes(text));
              }
            });
  }
}
