package gmrl.app.runs;

import gmrl.app.shell.LabContext;
import gmrl.app.ui.Icons;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.table.TableFilter;
import org.jspecify.annotations.Nullable;

/** The table of all stored runs and, below it, the comparison of two. */
final class RunsPage extends BorderPane {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private static final double DIFFERS = 200;
  private static final double CAME_TO = 200;

  /** Width of all columns at least. */
  private static final double ALL = 170 + 140 + 145 + DIFFERS + CAME_TO + 110;

  private static final double SCROLL_BAR = 18;

  private final LabContext context;
  private final RunsViewModel model;
  private final TableView<RunRow> table = new TableView<>();
  private final SplitPane split = new SplitPane();
  private final ComparisonPane comparison;

  RunsPage(LabContext context, RunsViewModel model) {
    this.context = context;
    this.model = model;
    getStyleClass().addAll("workspace", "page");
    fillTable();
    comparison = new ComparisonPane(context, model);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table);
    setCenter(split);
    setMargin(split, new Insets(8));
    setTop(head());
    model.comparisonProperty().addListener((o, old, now) -> arrange(now.isPresent()));
    arrange(model.comparisonProperty().get().isPresent());
    sceneProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null) {
                model.refresh();
              }
            });
  }

  private void arrange(boolean comparing) {
    if (comparing && split.getItems().size() == 1) {
      split.getItems().add(comparison);
      split.setDividerPositions(.45);
    } else if (!comparing) {
      split.getItems().remove(comparison);
    }
  }

  private void fillTable() {
    table.setItems(model.rows());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getStyleClass().add("dense");
    table.setAccessibleText("Stored runs");
    Label empty =
        new Label(
            "No run is stored yet. Pins and recent experiments of this window come here by"
                + " themselves; runs of the command line (--run DIR) come with “Add folder…”.");
    empty.setWrapText(true);
    empty.setPadding(new Insets(24));
    table.setPlaceholder(empty);
    text("name", 170, row -> new ReadOnlyStringWrapper(row.name()));
    text("family", 140, row -> new ReadOnlyStringWrapper(row.family()));
    TableColumn<RunRow, Instant> when = new TableColumn<>("when");
    when.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().when()));
    when.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(Instant at, boolean none) {
                super.updateItem(at, none);
                setText(none || at == null || at.equals(Instant.EPOCH) ? "" : WHEN.format(at));
              }
            });
    when.setPrefWidth(145);
    when.setComparator(java.util.Comparator.naturalOrder());
    table.getColumns().add(when);
    TableColumn<RunRow, ?> differs =
        text("differs in", DIFFERS, row -> new ReadOnlyStringWrapper(row.differs()));
    TableColumn<RunRow, RunRow> headline = new TableColumn<>("came to");
    headline.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    headline.setComparator(java.util.Comparator.comparingDouble(row -> row.numberProperty().get()));
    headline.setCellFactory(c -> new HeadlineCell());
    headline.setPrefWidth(CAME_TO);
    table.getColumns().add(headline);
    text("state", 110, row -> new ReadOnlyStringWrapper(row.state()));
    // The two columns of words share what room is left.
    table
        .widthProperty()
        .addListener(
            (o, was, is) -> {
              double more = Math.max(0, is.doubleValue() - ALL - SCROLL_BAR) / 2;
              differs.setPrefWidth(DIFFERS + more);
              headline.setPrefWidth(CAME_TO + more);
            });
    table.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2 && isOnARow(e.getPickResult().getIntersectedNode())) {
            open();
          }
        });
    table.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            open();
          } else if (e.getCode() == KeyCode.DELETE) {
            delete();
          }
        });
    TableRows.copyable(table);
    TableFilter.forTableView(table).lazy(true).apply();
  }

  private TableColumn<RunRow, ?> text(
      String title, double width, Function<RunRow, ObservableValue<String>> value) {
    TableColumn<RunRow, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(String text, boolean none) {
                super.updateItem(text, none);
                setText(none ? null : text);
                setTooltip(none || text == null || text.length() < 20 ? null : new Tooltip(text));
              }
            });
    column.setPrefWidth(width);
    table.getColumns().add(column);
    return column;
  }

  private VBox head() {
    TextField search = new TextField();
    search.setPromptText("Find in any column");
    search.setAccessibleText("Find in any column");
    search.setPrefWidth(200);
    search.textProperty().bindBidirectional(model.searchProperty());
    Button open =
        button(
            "Open",
            Icons.OPEN,
            "Show what it came to, as it was stored; computes nothing",
            this::open);
    Button settings =
        button("Use settings", Icons.RESET, "Put its settings into the window", this::reopen);
    Button compare =
        button("Compare", Icons.COMPARE, "Compare the two selected runs", this::compare);
    Button reveal =
        button("Show in files", Icons.MORE, "Show its folder in the file manager", this::reveal);
    Button delete = button("Delete…", Icons.BIN, "Delete the selected runs", this::delete);
    Button add =
        button(
            "Add folder…",
            Icons.OPEN,
            "Also list the runs in a folder that the command line has written (--run DIR)",
            () -> context.dialogs().openFolder("Folder with runs").ifPresent(model::addPlace));
    Button refresh = button("Look again", Icons.RESET, "Read all folders again", model::refresh);
    Button undo =
        button("Bring back", Icons.UNDO, "Bring back what was deleted last", model::undoDelete);
    undo.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.deletedProperty().get().isPresent(), model.deletedProperty()));
    undo.managedProperty().bind(undo.visibleProperty());
    Button forget =
        button(
            "Only home",
            Icons.CLOSE,
            "List no added folders any more; nothing in them is touched",
            model::forgetPlaces);
    forget.visibleProperty().bind(model.placesAddedProperty());
    forget.managedProperty().bind(forget.visibleProperty());
    Runnable enable =
        () -> {
          List<RunRow> chosen = chosen();
          boolean single = chosen.size() == 1 && chosen.get(0).run().isPresent();
          open.setDisable(chosen.size() != 1);
          settings.setDisable(!single);
          compare.setDisable(
              chosen.size() != 2 || chosen.stream().anyMatch(row -> row.run().isEmpty()));
          reveal.setDisable(chosen.size() != 1);
          delete.setDisable(chosen.isEmpty());
        };
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunRow>) change -> enable.run());
    enable.run();
    FlowPane row =
        new FlowPane(
            6, 6, search, open, settings, compare, reveal, delete, undo, add, forget, refresh);
    row.setAlignment(Pos.CENTER_LEFT);
    Label summary = new Label();
    summary.getStyleClass().add("muted");
    summary.textProperty().bind(model.summaryProperty());
    Label hint =
        new Label(
            "Two selected runs of one family can be compared; a right click on the head of a column"
                + " filters by its values.");
    hint.getStyleClass().add("muted");
    VBox head = new VBox(6, row, summary, hint);
    head.getStyleClass().add("workspace-top");
    return head;
  }

  private static Button button(String text, Icons icon, String what, Runnable action) {
    Button button = new Button(text, icon.node());
    button.getStyleClass().add("small");
    button.setTooltip(ParameterSlider.tooltip(what));
    button.setOnAction(e -> action.run());
    return button;
  }

  private List<RunRow> chosen() {
    return table.getSelectionModel().getSelectedItems().stream()
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private void open() {
    chosen().stream().findFirst().ifPresent(model::open);
  }

  private void reopen() {
    chosen().stream().findFirst().ifPresent(model::reopen);
  }

  private void compare() {
    List<RunRow> two = chosen();
    if (two.size() == 2) {
      // The older one first: differences then read from then to now.
      boolean ordered = two.get(0).when().isBefore(two.get(1).when());
      Path first = two.get(ordered ? 0 : 1).path();
      Path second = two.get(ordered ? 1 : 0).path();
      model.compare(first, second);
    }
  }

  /** Neither below the rows nor on the head of a column. */
  private static boolean isOnARow(@Nullable Node clicked) {
    for (Node node = clicked; node != null; node = node.getParent()) {
      if (node instanceof TableRow<?> row) {
        return !row.isEmpty();
      }
    }
    return false;
  }

  private void reveal() {
    chosen().stream()
        .findFirst()
        .ifPresent(
            row -> {
              try {
                context.dialogs().reveal(row.path());
              } catch (IOException e) {
                context.notices().warn("Not shown: " + e.getMessage() + ".");
              }
            });
  }

  private void delete() {
    List<RunRow> gone = chosen();
    if (gone.isEmpty()) {
      return;
    }
    String what =
        gone.size() == 1
            ? "“" + gone.get(0).name() + "” in " + gone.get(0).path()
            : gone.size() + " runs";
    context
        .dialogs()
        .choose(
            "Delete stored runs",
            "Delete "
                + what
                + "? The folder and all its numbers go; the last one can be brought back.",
            List.of("Delete"))
        .ifPresent(way -> model.delete(gone));
  }

  /** Its text comes after the line itself. */
  private static final class HeadlineCell extends TableCell<RunRow, RunRow> {
    @Override
    protected void updateItem(RunRow row, boolean none) {
      super.updateItem(row, none);
      textProperty().unbind();
      if (none || row == null) {
        setText(null);
      } else {
        textProperty().bind(row.headlineProperty());
      }
    }
  }
}
