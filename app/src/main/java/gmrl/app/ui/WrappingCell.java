package gmrl.app.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;

/** A cell whose words take as many lines as they need: cut, they say something else. */
public final class WrappingCell<S, T> extends TableCell<S, T> {
  /** Of a column, beyond what its cells keep free. */
  private static final double EDGE = 4;

  private final Text text = new Text();

  private WrappingCell(TableColumn<S, T> column) {
    text.getStyleClass().add("table-words");
    text.wrappingWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> column.getWidth() - getInsets().getLeft() - getInsets().getRight() - EDGE,
                column.widthProperty(),
                insetsProperty()));
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("wrapping-cell");
  }

  /** Lets a column say what its values are in words, in as many lines as that takes. */
  public static <S, T> void in(TableColumn<S, T> column) {
    column.setCellFactory(WrappingCell::new);
  }

  @Override
  protected void updateItem(T value, boolean none) {
    super.updateItem(value, none);
    boolean some = !none && value != null;
    text.setText(some ? Words.unbroken(value.toString()) : "");
    setGraphic(some ? text : null);
  }
}
