package gmrl.app.ui;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** Rows of tables as other programs take them. */
public final class TableRows {
  /** What copies rows. */
  public static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  private static final double MOST = 260;
  private static final double ROOM = 20;
  private static final double SCROLL_BAR = 16;

  /** Cells have larger type than words that stand nowhere. */
  private static final double LETTERS = 1.15;

  private TableRows() {}

  /** A column of words. */
  public static <T> TableColumn<T, String> column(String title, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }

  /** Adds a column of words. */
  public static <T> TableColumn<T, String> add(
      TableView<T> table, String title, Function<T, String> text) {
    TableColumn<T, String> column = column(title, text);
    table.getColumns().add(column);
    return column;
  }

  /**
   * Makes each column wide enough for its heading and its longest words, and hides those without a
   * word. Where they are wider than the table it is scrolled.
   */
  public static <T> void fit(TableView<T> table) {
    double wide = 0;
    for (TableColumn<T, ?> column : table.getColumns()) {
      Text longest = new Text("");
      for (int row = 0; row < table.getItems().size(); row++) {
        String words = String.valueOf(column.getCellData(row));
        if (words.length() > longest.getText().length()) {
          longest.setText(words);
        }
      }
      column.setVisible(!longest.getText().isEmpty() || table.getItems().isEmpty());
      Text head = new Text(column.getText());
      head.setStyle("-fx-font-weight: bold;");
      double words =
          Math.max(longest.getLayoutBounds().getWidth(), head.getLayoutBounds().getWidth());
      // While numbers come no column becomes narrower.
      column.setMinWidth(Math.max(column.getMinWidth(), Math.min(MOST, ROOM + LETTERS * words)));
      wide += column.isVisible() ? column.getMinWidth() : 0;
    }
    double least = wide + SCROLL_BAR;
    table
        .columnResizePolicyProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    table.getWidth() < least
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS,
                table.widthProperty()));
  }

  /** Lets several rows of a table be chosen, and Ctrl+C copy them with their headings. */
  public static void copyable(TableView<?> table) {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (COPY.match(e)) {
            copy(table);
            e.consume();
          }
        });
  }

  /** Copies the chosen rows with their headings, or all where none is chosen. */
  public static void copy(TableView<?> table) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text(table));
    Clipboard.getSystemClipboard().setContent(content);
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
