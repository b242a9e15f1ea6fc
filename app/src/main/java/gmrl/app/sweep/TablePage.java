package gmrl.app.sweep;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.ui.Dialogs.FileKind;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.SmallButton;
import gmrl.app.ui.SmallChoice;
import gmrl.app.ui.TableRows;
import gmrl.experiment.sweep.SweepExperiment;
import gmrl.experiment.sweep.SweepTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.table.TableFilter;
import org.jspecify.annotations.Nullable;

/** A table below and pictures of the rows that its filters leave above. */
final class TablePage extends BorderPane {
  /** How the rows are drawn. */
  private enum View {
    SCATTER("points"),
    PARALLEL("parallel coordinates");

    private final String words;

    View(String words) {
      this.words = words;
    }
  }

  private static final double CHOICE = 150;

  /** Height in which a plot with its legend can be read. */
  private static final double LEAST = 170;

  private final LabContext context;
  private final SplitPane split = new SplitPane();
  private final GridPane charts = PageParts.grid();
  private final List<ChartPane> panes = new ArrayList<>();
  private final Label summary = PageParts.remark("");
  private final ChoiceBox<View> view = SmallChoice.of("how rows are drawn", v -> v.words, CHOICE);
  private final ChoiceBox<Optional<DataColumn>> x = columns("horizontal axis");
  private final ChoiceBox<Optional<DataColumn>> y = columns("vertical axis");
  private final ChoiceBox<Optional<DataColumn>> colour = columns("colour");
  private final ChoiceBox<Optional<DataColumn>> facet = columns("one plot for each value of");
  private final FlowPane choices = new FlowPane(6, 6);

  /** Filters are set in bursts; the pictures follow the last one. */
  private final PauseTransition settle = new PauseTransition(Duration.millis(60));

  private final LiveView<ExampleSweep, SweepTable> examples;
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final VBox head;
  private @Nullable ExampleSweep awaited;
  private @Nullable DataTable data;
  private TableView<Integer> table = new TableView<>();
  private @Nullable TableFilter<Integer> filter;

  TablePage(LabContext context) {
    this.context = context;
    getStyleClass().addAll("workspace", "page");
    HelpMark.mark(this, "page:Tables");
    view.getItems().setAll(View.values());
    view.setValue(View.SCATTER);
    examples =
        new LiveView<>(
            context.laboratory(),
            "Example of a sweep",
            LiveView.Pace.AT_ONCE,
            example ->
                new SweepExperiment(example.plan(), SweepExperiment.LOCAL, Optional.empty()));
    examples.answerProperty().addListener((o, was, is) -> hear());
    examples
        .problemProperty()
        .addListener(
            (o, was, is) -> {
              if (!is.isEmpty()) {
                context.notices().warn(is);
              }
            });
    choices
        .getChildren()
        .addAll(
            view, named("x"), x, named("y"), y, named("colour"), colour, named("facets"), facet);
    choices.setAlignment(Pos.CENTER_LEFT);
    FlowPane buttons = new FlowPane(6, 6);
    buttons.getChildren().addAll(openers());
    buttons
        .getChildren()
        .add(
            SmallButton.of(
                "Close table", "Back to what can be opened", Icons.CLOSE, this::welcome));
    head = PageParts.head(buttons, choices, summary);
    charts.setPadding(new Insets(2));
    split.setOrientation(Orientation.VERTICAL);
    setMargin(split, new Insets(8));
    settle.setOnFinished(e -> draw());
    for (ChoiceBox<?> box : List.of(view, x, y, colour, facet)) {
      box.valueProperty().addListener((o, was, is) -> settle.playFromStart());
    }
    welcome();
  }

  /** A page whose examples are computed while it is on screen. */
  static TablePage open(LabContext context) {
    TablePage page = new TablePage(context);
    LiveView<ExampleSweep, SweepTable> examples = page.examples;
    context.whileShowing(
        page, ShellViewModel.Timed.of(examples::start, examples::rest, examples::restart));
    return page;
  }

  private List<Button> openers() {
    return List.of(
        SmallButton.opener(
            "Open table…",
            "A file of comma-separated values, such as sweep --out has written",
            () -> context.dialogs().open("Table", FileKind.of("Comma-separated values", "csv")),
            this::open),
        SmallButton.opener(
            "Open run…",
            "The folder of a run or sweep that --run has kept",
            () -> context.dialogs().openFolder("Folder of a run"),
            this::open));
  }

  /** What can be opened. */
  private void welcome() {
    data = null;
    setTop(null);
    setCenter(LiveScroll.over(new StackPane(TableWelcome.page(openers(), this::run, progress))));
  }

  private void run(ExampleSweep example) {
    awaited = example;
    examples.demand(() -> example);
    hear();
  }

  /** An example goes on, or is there. */
  private void hear() {
    LiveView.Answer<ExampleSweep, SweepTable> now = examples.answer();
    if (awaited == null || now == null || !now.question().equals(awaited)) {
      return;
    }
    progress.set(
        String.format(
            Locale.ROOT,
            "%s: %d of %d points",
            awaited.title(),
            now.work().done(),
            now.work().total()));
    if (now.standing() == Standing.FRESH) {
      awaited = null;
      progress.set("");
      show(DataTable.parse(now.question().title(), now.snapshot().csv().text()));
    }
  }

  private static Label named(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static ChoiceBox<Optional<DataColumn>> columns(String name) {
    return SmallChoice.of(name, column -> column.map(DataColumn::name).orElse("–"), CHOICE);
  }

  /** Opens what should be a table. */
  void open(Path place) {
    context
        .shelf()
        .pages()
        .open(
            place,
            document -> {
              DataTable table = DataTable.read(document);
              return Optional.of(() -> show(table));
            });
  }

  void show(DataTable next) {
    data = next;
    fill(x, next.varied(), next.across(), false);
    fill(y, next.varied(), next.up(), false);
    fill(colour, next.varied(), next.colour(), true);
    fill(facet, next.varied(), next.facet(), true);
    table = tableOf(next);
    split.getItems().setAll(LiveScroll.over(charts), table);
    split.setDividerPositions(.58);
    setTop(head);
    setCenter(split);
    draw();
  }

  /** What a right click on the head of a column sets. */
  Optional<TableFilter<Integer>> filter() {
    return Optional.ofNullable(filter);
  }

  private static void fill(
      ChoiceBox<Optional<DataColumn>> box,
      List<DataColumn> columns,
      Optional<DataColumn> first,
      boolean optional) {
    List<Optional<DataColumn>> all = new ArrayList<>();
    if (optional || columns.isEmpty()) {
      all.add(Optional.empty());
    }
    columns.forEach(column -> all.add(Optional.of(column)));
    box.getItems().setAll(all);
    box.setValue(first.isPresent() || optional ? first : all.get(0));
  }

  private TableView<Integer> tableOf(DataTable of) {
    TableView<Integer> view = new TableView<>();
    view.getStyleClass().add("dense");
    view.setAccessibleText("Rows of the table");
    // What never varies is put away, and comes back from there.
    view.setTableMenuButtonVisible(true);
    view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    for (DataColumn column : of.columns()) {
      view.getColumns().add(TableCells.of(column));
    }
    ObservableList<Integer> rows = FXCollections.observableArrayList();
    rows.setAll(IntStream.range(0, of.rows()).boxed().toList());
    view.setItems(rows);
    TableRows.copyable(view);
    filter = TableFilter.forTableView(view).lazy(true).apply();
    view.getItems().addListener((ListChangeListener<Integer>) change -> settle.playFromStart());
    return view;
  }

  private void draw() {
    DataTable present = data;
    if (present == null) {
      return;
    }
    int[] rows = table.getItems().stream().mapToInt(Integer::intValue).toArray();
    boolean parallel = view.getValue() == View.PARALLEL;
    x.setDisable(parallel);
    facet.setDisable(parallel);
    Optional<DataColumn> across = Optional.ofNullable(x.getValue()).flatMap(c -> c);
    Optional<DataColumn> up = Optional.ofNullable(y.getValue()).flatMap(c -> c);
    Optional<DataColumn> by = Optional.ofNullable(colour.getValue()).flatMap(c -> c);
    List<ChartModel> models = new ArrayList<>();
    if (parallel) {
      List<DataColumn> columns = new ArrayList<>(present.parameters());
      up.filter(column -> !columns.contains(column)).ifPresent(columns::add);
      if (columns.size() > 1) {
        models.add(TableCharts.parallel(rows, columns, by));
      }
    } else if (across.isPresent() && up.isPresent()) {
      models.addAll(
          TableCharts.scatter(
              rows,
              across.get(),
              up.get(),
              by,
              Optional.ofNullable(facet.getValue()).flatMap(c -> c)));
    }
    arrange(models);
    String cut =
        parallel && rows.length > TableCharts.MOST_LINES
            ? "; the first " + TableCharts.MOST_LINES + " are drawn"
            : parallel || across.isEmpty() || up.isEmpty()
                ? ""
                : without(TableCharts.nowhere(rows, across.get(), up.get()));
    summary.setText(
        String.format(
            Locale.ROOT,
            "%s: %d of %d rows%s. A click on the head of a column sorts, a right click filters by"
                + " its values; the sign at the right end of the head brings columns back that"
                + " never vary.",
            present.title(),
            rows.length,
            present.rows(),
            cut));
  }

  private static String without(int rows) {
    return rows == 0
        ? ""
        : "; " + rows + (rows == 1 ? " has" : " have") + " no value on one of the axes";
  }

  private void arrange(List<ChartModel> models) {
    while (panes.size() < models.size()) {
      ChartPane pane = new ChartPane();
      pane.themeProperty().bind(context.time().chartThemeProperty());
      pane.setPrefSize(300, 200);
      pane.setMinSize(0, 0);
      panes.add(pane);
    }
    for (int i = 0; i < models.size(); i++) {
      panes.get(i).show(models.get(i));
    }
    PageParts.fill(charts, panes.subList(0, models.size()), LEAST);
  }
}
