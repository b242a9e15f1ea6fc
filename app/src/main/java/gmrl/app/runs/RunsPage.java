package gmrl.app.runs;

import gmrl.app.shell.LabContext;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.TableRows;
import gmrl.app.ui.Tip;
import gmrl.app.ui.WrappingCell;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.table.TableFilter;
import org.jspecify.annotations.Nullable;

/** The table of all stored runs and, below it, the comparison of two. */
final class RunsPage extends BorderPane {
  /** What a column of words is made narrow to; they then take more lines. */
  private static final double LEAST = 130;

  private final LabContext context;
  private final RunsViewModel model;
  private final TableView<RunRow> table = new TableView<>();
  private final SplitPane split = new SplitPane();
  private final RunDetail detail = new RunDetail();
  private final ComparisonPane comparison;

  RunsPage(LabContext context, RunsViewModel model) {
    this.context = context;
    this.model = model;
    getStyleClass().addAll("workspace", "page");
    fillTable();
    comparison = new ComparisonPane(context, model);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(new BorderPane(table, null, null, detail, null));
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
      PageParts.show(detail, false);
      split.setDividerPositions(.45);
    } else if (!comparing) {
      split.getItems().remove(comparison);
      PageParts.show(detail, true);
    }
  }

  private void fillTable() {
    table.setItems(model.rows());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getStyleClass().add("dense");
    table.setAccessibleText("Stored runs");
    Label empty = PageParts.sentence(model.emptinessProperty());
    empty.setPadding(new Insets(24));
    table.setPlaceholder(empty);
    column("name", 150, 120, RunRow::nameProperty);
    column("kept", 86, 86, RunRow::keeperProperty);
    column("family", 136, 122, row -> new ReadOnlyStringWrapper(row.family()));
    column("when", 134, 90, row -> new ReadOnlyObjectWrapper<>(row.when()));
    column("unlike the defaults", 230, LEAST + 10, RunRow::differsProperty);
    column("came to", 230, LEAST, RunRow::headlineProperty);
    column("state", 100, 92, row -> new ReadOnlyStringWrapper(row.state()));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2 && isOnARow(e.getPickResult().getIntersectedNode())) {
            open();
          }
        });
    // The head of a column would sort when a right click on it, which filters, ends.
    table.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (e.getButton() == MouseButton.SECONDARY) {
            e.consume();
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
    model.setOnReworded(
        () -> {
          if (!table.getSortOrder().isEmpty()) {
            table.sort();
          }
          // Heights of rows are found once for all.
          table.refresh();
          detail.show(chosen());
        });
    model.setOnReplaced(
        () -> {
          Set<Path> before = chosen().stream().map(RunRow::path).collect(Collectors.toSet());
          return () -> choose(before);
        });
    context.columns().follow("stored runs", table);
    TableFilter.forTableView(table).lazy(true).apply();
    model.showIn(table.getItems());
  }

  /** The same runs as before stand in other lines. */
  private void choose(Set<Path> runs) {
    table.getSelectionModel().clearSelection();
    table.getItems().stream()
        .filter(row -> runs.contains(row.path()))
        .forEach(table.getSelectionModel()::select);
  }

  private <T> void column(
      String title, double width, double least, Function<RunRow, ObservableValue<T>> value) {
    TableColumn<RunRow, T> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    WrappingCell.in(column);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    table.getColumns().add(column);
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
        button("Compare", Icons.COMPARE, "Compare two chosen runs of one family", this::compare);
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
        button(
            "Bring back",
            Icons.UNDO,
            "Bring back what was deleted last",
            model.deletions()::bringBack);
    PageParts.showWhile(undo, model.deletions().lastProperty().greaterThan(0));
    Button forget =
        button(
            "Only home",
            Icons.CLOSE,
            "List no added folders any more; nothing in them is touched",
            model::forgetPlaces);
    PageParts.showWhile(forget, model.placesAddedProperty());
    Runnable enable =
        () -> {
          List<RunRow> chosen = chosen();
          boolean single = chosen.size() == 1 && chosen.get(0).run().isPresent();
          open.setDisable(chosen.size() != 1);
          settings.setDisable(!single);
          // With others it says what it needs.
          compare.setDisable(chosen.isEmpty());
          reveal.setDisable(chosen.size() != 1);
          delete.setDisable(chosen.isEmpty());
          detail.show(chosen);
        };
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunRow>) change -> enable.run());
    enable.run();
    table.setContextMenu(menu(open, settings, compare, reveal, delete));
    FlowPane row =
        new FlowPane(
            6, 6, search, open, settings, compare, reveal, delete, undo, add, forget, refresh);
    row.setAlignment(Pos.CENTER_LEFT);
    Label summary = new Label();
    summary.getStyleClass().add("muted");
    summary.textProperty().bind(model.summaryProperty());
    VBox head = new VBox(6, row, summary);
    head.getStyleClass().add("workspace-top");
    return head;
  }

  /** The same as some buttons do, and what a key does alone. */
  private ContextMenu menu(Button... buttons) {
    MenuItem copy = new MenuItem("Copy rows");
    copy.setAccelerator(TableRows.COPY);
    copy.setOnAction(e -> TableRows.copy(table));
    ContextMenu menu = new ContextMenu();
    for (Button button : buttons) {
      MenuItem item = new MenuItem(button.getText());
      item.disableProperty().bind(button.disableProperty());
      item.setOnAction(e -> button.fire());
      menu.getItems().add(item);
    }
    menu.getItems().add(buttons.length - 1, copy);
    return menu;
  }

  private static boolean areTwoOfOneFamily(List<RunRow> chosen) {
    return chosen.size() == 2
        && chosen.stream().allMatch(row -> row.run().isPresent())
        && chosen.get(0).family().equals(chosen.get(1).family());
  }

  private static Button button(String text, Icons icon, String what, Runnable action) {
    Button button = new Button(text, icon.node());
    button.getStyleClass().add("small");
    Tip.on(button, what);
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
    if (!areTwoOfOneFamily(two)) {
      context
          .notices()
          .info(
              "Two runs of one family can be compared: Ctrl+click chooses the second, or"
                  + " Shift+↓ the next one.");
    } else {
      // The older one first: differences then read from then to now.
      boolean ordered = two.get(0).when().compareTo(two.get(1).when()) < 0;
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
            row ->
                context
                    .dialogs()
                    .reveal(row.path(), why -> context.notices().warn("Not shown: " + why + ".")));
  }

  private void delete() {
    List<RunRow> gone = chosen();
    if (gone.isEmpty()) {
      return;
    }
    String question =
        gone.size() == 1
            ? "Delete “"
                + gone.get(0).name()
                + "” with all its numbers, the folder "
                + gone.get(0).path()
                + "? “Bring back” or Ctrl+Z restores it."
            : "Delete "
                + gone.size()
                + " runs with all their numbers? “Bring back” restores them, and Ctrl+Z does even"
                + " after others are deleted.";
    if (context.dialogs().confirm("Delete stored runs", question, "Delete")) {
      model.delete(gone);
    }
  }
}
