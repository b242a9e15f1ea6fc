package gmrl.app.chart;

import gmrl.app.ui.TableRows;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;

/** The numbers of a live chart as a table that screen readers can walk through. */
final class ChartTable extends BorderPane {

  private final TableView<ChartData.Row> table = new TableView<>();
  private final Label mark = new Label();
  private final TableColumn<ChartData.Row, String> x;
  private final TableColumn<ChartData.Row, String> y;
  private final ChangeListener<ChartModel> listener = (o, before, now) -> fill(now);

  ChartTable(ReadOnlyObjectProperty<ChartModel> model, Color background, Runnable close) {
    TableRows.add(table, "series", ChartData.Row::series);
    x = TableRows.add(table, "x", r -> r.category().isEmpty() ? cell(r, "x") : r.category());
    y = TableRows.add(table, "y", r -> cell(r, "y"));
    for (String name : List.of("low", "high", "trials")) {
      TableRows.add(table, name, r -> cell(r, name));
    }
    table.setPlaceholder(new Label("No data yet"));
    table.setAccessibleText("Data of the chart");
    Button copy = new Button("Copy as CSV");
    copy.setOnAction(e -> ChartMenu.copyData(model.get()));
    Button back = new Button("Back to the chart");
    back.setCancelButton(true);
    back.setOnAction(e -> close.run());
    mark.getStyleClass().add("muted");
    setCenter(table);
    BorderPane bar = new BorderPane(mark, null, back, null, copy);
    BorderPane.setAlignment(mark, Pos.CENTER_LEFT);
    mark.setPadding(new Insets(0, 6, 0, 6));
    bar.setPadding(new Insets(4));
    setBottom(bar);
    setBackground(Background.fill(background));
    setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE || (e.getCode() == KeyCode.T && !e.isShortcutDown())) {
            close.run();
            e.consume();
          }
        });
    TableRows.copyable(table);
    // The pane outlives the table; a strong listener would keep every closed table.
    model.addListener(new WeakChangeListener<>(listener));
    fill(model.get());
  }

  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  TableView<ChartData.Row> table() {
    return table;
  }

  private void fill(ChartModel model) {
    x.setText(heading(model.x(), "x"));
    y.setText(heading(model.y(), "y"));
    mark.setText(model.mark());
    table.setItems(FXCollections.observableList(ChartData.rows(model)));
    TableRows.fit(table);
  }

  private static String cell(ChartData.Row row, String column) {
    Object cell = row.cells().get(ChartData.COLUMNS.indexOf(column));
    return cell instanceof Double number ? Readout.number(number) : cell.toString();
  }

  private static String heading(ChartAxis axis, String otherwise) {
    return axis.label().isBlank() ? otherwise : MathText.of(axis.label()).plain();
  }
}
