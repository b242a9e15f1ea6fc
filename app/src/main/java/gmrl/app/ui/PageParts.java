package gmrl.app.ui;

import java.util.Collections;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** What pages are made of: a head with a sentence and knobs, a grid of panels below it. */
public final class PageParts {
  private static final double WHOLE = 100;

  private PageParts() {}

  /** The sentence that says what a page shows now. */
  public static Label headline(ObservableValue<String> words) {
    Label sentence = sentence(words);
    sentence.getStyleClass().add("headline");
    return sentence;
  }

  /** Words that are wrapped and never cut. */
  public static Label sentence(ObservableValue<String> words) {
    Label sentence = sentence("");
    sentence.textProperty().bind(words.map(Words::typeset));
    return sentence;
  }

  /** Words that stay as they are unless the page sets others. */
  public static Label sentence(String words) {
    return wrapped(new Label(words));
  }

  /** A sentence that takes no room while there is nothing to say. */
  public static Label sentenceIfAny(ObservableValue<String> words) {
    Label sentence = sentence(words);
    showWhile(sentence, sentence.textProperty().isNotEmpty());
    return sentence;
  }

  /** What went wrong, if anything did. */
  public static Label problem(ObservableValue<String> words) {
    Label problem = sentenceIfAny(words);
    problem.getStyleClass().add("field-error");
    return problem;
  }

  /** Quiet words that are wrapped and never cut. */
  public static Label remark(String words) {
    Label remark = sentence(words);
    remark.getStyleClass().add("muted");
    return remark;
  }

  /**
   * Wraps words, whatever they will be, and never cuts them; whoever binds them has them typeset
   * himself.
   */
  public static <T extends Labeled> T wrapped(T label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().subscribe(words -> typeset(label, words));
    return label;
  }

  private static void typeset(Labeled label, String words) {
    String set = words == null ? "" : Words.typeset(words);
    if (!set.equals(words) && !label.textProperty().isBound()) {
      label.setText(set);
    }
  }

  /** What stands above the panels of a page. */
  public static VBox head(Node... parts) {
    VBox head = new VBox(8, parts);
    head.getStyleClass().add("workspace-top");
    return head;
  }

  /**
   * What stands on a page while nothing is open on it.
   *
   * @param title that nothing is
   * @param what what the page shows, and where that comes from
   * @param open buttons that open something
   */
  public static VBox welcome(String title, String what, List<? extends Node> open) {
    Label head = new Label(title);
    head.getStyleClass().add("welcome-title");
    HBox buttons = new HBox(8);
    buttons.getChildren().addAll(open);
    VBox welcome = new VBox(head, sentence(what), buttons);
    welcome.getStyleClass().add("welcome");
    return welcome;
  }

  /** Sliders side by side, as wide as there is room. */
  public static HBox knobs(List<ParameterViewModel> knobs) {
    HBox row = new HBox(16);
    for (ParameterViewModel knob : knobs) {
      ParameterSlider slider = new ParameterSlider(knob);
      HBox.setHgrow(slider, Priority.ALWAYS);
      row.getChildren().add(slider);
    }
    return row;
  }

  /** A grid that gives way. */
  public static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("workspace-grid");
    grid.setMinSize(0, 0);
    return grid;
  }

  /** Makes all columns of a grid alike, and all rows. */
  public static void share(GridPane grid, int columns, int rows) {
    share(grid, columns, Collections.nCopies(rows, WHOLE / rows));
  }

  /**
   * Makes all columns of a grid alike.
   *
   * @param rows shares of the height in percent
   */
  public static void share(GridPane grid, int columns, List<Double> rows) {
    grid.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(WHOLE / columns);
      grid.getColumnConstraints().add(column);
    }
    grid.getRowConstraints().clear();
    for (double share : rows) {
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(share);
      grid.getRowConstraints().add(row);
    }
  }

  /** Puts panels into a grid row by row, as near to a square as their number allows. */
  public static void fill(GridPane grid, List<? extends Node> panels) {
    int columns = panels.size() <= 1 ? 1 : panels.size() <= 4 ? 2 : 3;
    share(grid, columns, Math.max(1, (panels.size() + columns - 1) / columns));
    grid.getChildren().clear();
    for (int i = 0; i < panels.size(); i++) {
      grid.add(panels.get(i), i % columns, i / columns);
    }
  }

  /**
   * The same in a page that scrolls: no row is lower than a chart can be read in.
   *
   * @param least height of a row
   */
  public static void fill(GridPane grid, List<? extends Node> panels, double least) {
    fill(grid, panels);
    grid.setMinHeight(least * grid.getRowConstraints().size());
  }

  /**
   * A line that says what was taken away, and brings it back.
   *
   * @param said what was
   */
  public static HBox bringBack(String said, Runnable action) {
    Label words = new Label(said);
    words.setMinWidth(0);
    Button back = new Button("Bring it back");
    back.getStyleClass().add("small");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setOnAction(e -> action.run());
    HBox line = new HBox(8, words, back);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Shows a part, or takes it away with the room that it has. */
  public static void show(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  /** Shows a part as long as something is so; without it, it takes no room. */
  public static void showWhile(Node part, ObservableValue<Boolean> so) {
    part.visibleProperty().bind(so);
    part.managedProperty().bind(part.visibleProperty());
  }
}
