package gmrl.app.ui;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Rows of tables as other programs take them. */
public final class TableRows {
  private TableRows() {}

  /** A column of words. */
  public static <T> TableColumn<T, String> column(String title, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }

  /** Lets several rows of a table be chosen, and Ctrl+C copy them with their headings. */
  public static void copyable(TableView<?> table) {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.isShortcutDown() && !e.isShiftDown() && e.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text(table));
            Clipboard.getSystemClipboard().setContent(content);
            e.consume();
          }
        });
  }

  /** The chosen rows, or all where none is, separated by tabs below their headings. */
  static String text(TableView<?> table) {
    List<Integer> chosen = table.getSelectionModel().getSelectedIndices();
    List<Integer> rows =
        chosen.isEmpty()
            ? java.util.stream.IntStream.range(0, table.getItems().size()).boxed().toList()
            : chosen.stream().sorted().toList();
    String head =
        table.getVisibleLeafColumns().stream()
            .map(TableColumn::getText)
            .collect(Collectors.joining("\t"));
    return head
        + "\n"
        + rows.stream()
            .map(
                row ->
                    table.getVisibleLeafColumns().stream()
                        .map(column -> String.valueOf(column.getCellData(row)))
                        .collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}
