package gmrl.app.ui;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A cell whose words take as many lines as they need: cut, they say something else. */
public final class WrappingCell<S, T> extends TableCell<S, T> {
  /** Of a column, beyond what its cells keep free. */
  private static final double EDGE = 4;

  private final Text text = new Text();

  private WrappingCell(TableColumn<S, T> column, Widest widest) {
    text.getStyleClass().add("table-words");
    text.wrappingWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> column.getWidth() - getInsets().getLeft() - getInsets().getRight() - EDGE,
                column.widthProperty(),
                insetsProperty()));
    // Styles come after the words.
    text.fontProperty().addListener((o, was, is) -> hold(widest));
    text.textProperty().addListener((o, was, is) -> hold(widest));
    insetsProperty().addListener((o, was, is) -> hold(widest));
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("wrapping-cell");
  }

  /** Lets a column say what its values are in words, in as many lines as that takes. */
  public static <S, T> void in(TableColumn<S, T> column) {
    Widest widest = new Widest(column);
    column.setCellFactory(it -> new WrappingCell<>(it, widest));
  }

  private void hold(Widest widest) {
    if (getScene() != null && !text.getText().isEmpty()) {
      widest.hold(text, getInsets().getLeft() + getInsets().getRight() + EDGE);
    }
  }

  @Override
  protected void updateItem(T value, boolean none) {
    super.updateItem(value, none);
    boolean some = !none && value != null;
    text.setText(some ? Words.typeset(value.toString()) : "");
    setGraphic(some ? text : null);
  }

  /** Keeps a column as wide as the longest word in it, in whatever type it is set. */
  private static final class Widest {
    /** Longer words, in sizes of type, are broken: the other columns need room, too. */
    private static final double MOST = 9;

    private final TableColumn<?, ?> column;
    private final Text ruler = new Text();

    /** In each type: cells take it on one after another, and those that only measure with them. */
    private final Map<Font, Double> needed = new HashMap<>();

    private double usual = Double.NaN;

    Widest(TableColumn<?, ?> column) {
      this.column = column;
    }

    void hold(Text words, double around) {
      if (Double.isNaN(usual)) {
        usual = column.getMinWidth();
      }
      Font font = words.getFont();
      ruler.setFont(font);
      double longest =
          Arrays.stream(words.getText().split("[ \\n]")).mapToDouble(this::width).max().orElse(0);
      double here = Math.ceil(Math.min(longest, MOST * font.getSize()) + around);
      double least = Math.max(usual, needed.merge(font, here, Math::max));
      if (least != column.getMinWidth()) {
        // Not while the table places its cells.
        Platform.runLater(() -> widen(least));
      }
    }

    private void widen(double least) {
      column.setMinWidth(least);
      share(column.getTableView());
    }

    /** Lets the columns of a table that is as wide as its room make room for one another. */
    private static <S> void share(@Nullable TableView<S> table) {
      if (table != null) {
        table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
      }
    }

    private double width(String word) {
      ruler.setText(word);
      return ruler.getLayoutBounds().getWidth();
    }
  }
}
