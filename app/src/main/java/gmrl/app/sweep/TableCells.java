package gmrl.app.sweep;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Columns of a table on screen; its rows are row numbers. */
final class TableCells {
  private static final double COLUMN = 120;

  private TableCells() {}

  /** The column of some data, sorted as numbers where it has numbers. */
  static TableColumn<Integer, ?> of(DataColumn column) {
    return column.isNumeric() ? numbers(column) : words(column);
  }

  private static TableColumn<Integer, ?> numbers(DataColumn column) {
    TableColumn<Integer, Double> head = new TableColumn<>(column.name());
    head.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(column.values()[row.getValue()]));
    head.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(Double value, boolean none) {
                super.updateItem(value, none);
                setText(none || value == null || value.isNaN() ? null : text(value));
                setAlignment(Pos.CENTER_RIGHT);
              }
            });
    head.setPrefWidth(COLUMN);
    return head;
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.5g", value);
  }

  private static TableColumn<Integer, ?> words(DataColumn column) {
    TableColumn<Integer, String> head = new TableColumn<>(column.name());
    head.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(column.cells().get(row.getValue())));
    head.setPrefWidth(COLUMN);
    return head;
  }
}
