package gmrl.app.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/** The widths that somebody has given to the columns of tables, also in the next window. */
public final class ColumnWidths {
  private final Map<String, Map<String, Double>> known;
  private final BiConsumer<String, Map<String, Double>> keep;

  /**
   * Widths that are known.
   *
   * @param known of each table by the names of its columns, in pixels
   * @param keep takes those of a table when somebody has changed them
   */
  public ColumnWidths(
      Map<String, Map<String, Double>> known, BiConsumer<String, Map<String, Double>> keep) {
    this.known = Map.copyOf(known);
    this.keep = keep;
  }

  /**
   * Gives a table's columns the widths that they had, and keeps those that they are dragged to.
   *
   * @param name of the table, for good
   * @param table with all of its columns, whose headings are their names
   */
  public void follow(String name, TableView<?> table) {
    Map<String, TableColumn<?, ?>> columns = new LinkedHashMap<>();
    table.getColumns().forEach(column -> columns.put(column.getText(), column));
    Map<String, Double> before = known.getOrDefault(name, Map.of());
    columns.forEach(
        (heading, column) ->
            column.setPrefWidth(before.getOrDefault(heading, column.getPrefWidth())));
    double[][] pressed = {widths(columns)};
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> pressed[0] = widths(columns));
    table.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (!Arrays.equals(pressed[0], widths(columns))) {
            Map<String, Double> now = new LinkedHashMap<>();
            columns.forEach((heading, column) -> now.put(heading, Math.rint(column.getWidth())));
            keep.accept(name, now);
          }
        });
  }

  private static double[] widths(Map<String, TableColumn<?, ?>> columns) {
    return columns.values().stream().mapToDouble(TableColumn::getWidth).toArray();
  }
}
