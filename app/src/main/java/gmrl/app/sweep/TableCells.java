package gmrl.app.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Columns of a table on screen; its rows are row numbers. */
final class TableCells {
  /** Room for the letters of a head, with its arrow. */
  private static final double LETTER = 8.5;

  private static final MathContext DIGITS = new MathContext(5);
  private static final double BESIDE = 34;
  private static final double LEAST = 72;
  private static final double MOST = 260;

  /** Of a long table these rows tell how long its numbers are. */
  private static final int LOOKED_AT = 10_000;

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
    fit(head, column);
    return head;
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6
            ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
            : String.format(Locale.ROOT, "%.4e", value);
  }

  private static TableColumn<Integer, ?> words(DataColumn column) {
    TableColumn<Integer, String> head = new TableColumn<>(column.name());
    head.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(column.cells().get(row.getValue())));
    fit(head, column);
    return head;
  }

  /** As wide as its numbers or words are long; a column that says nothing is put away. */
  private static void fit(TableColumn<Integer, ?> head, DataColumn column) {
    int letters =
        Math.max(
            column.name().length(),
            column.isNumeric()
                ? Arrays.stream(column.values())
                    .limit(LOOKED_AT)
                    .filter(Double::isFinite)
                    .mapToInt(value -> text(value).length())
                    .max()
                    .orElse(0)
                : column.words().stream().mapToInt(String::length).max().orElse(0));
    head.setPrefWidth(Math.max(LEAST, Math.min(MOST, BESIDE + LETTER * letters)));
    head.setVisible(column.isVaried());
  }
}
