package gmrl.app.runs;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.app.shelf.Overlays;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.SmallChoice;
import gmrl.app.ui.TableRows;
import gmrl.app.ui.WrappingCell;
import gmrl.experiment.TableReading;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.compare.ConfigDiff;
import gmrl.experiment.compare.DifferenceTest;
import gmrl.experiment.compare.RunComparison;
import gmrl.experiment.compare.RunTable;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two runs side by side: settings that differ, both curves, and a test of every point. */
final class ComparisonPane extends PanelFrame {
  private static final int PERCENT = 100;
  private static final int MOST = 8;
  private static final double PICTURE = 340;

  private final RunsViewModel model;
  private final Label settings = PageParts.sentence("");
  private final Label pairing = PageParts.remark("");
  private final ChoiceBox<TableReading.Measure> measure =
      SmallChoice.of("What is compared", TableReading.Measure::label, 260);
  private final TableView<RunComparison.Row> table = new TableView<>();
  private final ObjectProperty<ChartModel> chart =
      new SimpleObjectProperty<>(
          ChartModel.empty("", ChartAxis.linear("x"), ChartAxis.linear("value")));

  ComparisonPane(LabContext context, RunsViewModel model) {
    super("Comparison", "");
    this.model = model;
    addTool(Icons.CLOSE, "Put the comparison away", model::closeComparison);
    addControls(measure);
    measure
        .valueProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                model.measure(now.key());
              }
            });
    table.getStyleClass().addAll("dense", "edge-to-edge");
    table.setAccessibleText("Tests of the difference");
    table.setPlaceholder(
        PageParts.remark(
            "The two have no number in common. Runs of one experiment that differ in a setting"
                + " have."));
    TableRows.copyable(table);
    column("curve", 140, RunComparison.Row::curve);
    column("at", 78, RunComparison.Row::place);
    column("first", 84, row -> number(row.test().first().mean()));
    column("second", 84, row -> number(row.test().second().mean()));
    column("second − first", 190, this::difference);
    column("verdict", 132, ComparisonPane::verdict);
    column("t", 52, row -> number("%.3g", row.test().t()));
    column("df", 44, row -> number("%.1f", row.test().freedom()));
    column("p", 76, row -> number("%.2g", row.test().p()));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    context.columns().follow("comparison", table);
    VBox left = new VBox(6, settings, pairing, table);
    VBox.setVgrow(table, Priority.ALWAYS);
    left.setMinWidth(0);
    ChartPane picture = new ChartPane();
    picture.setMinSize(PICTURE, 0);
    picture.setPrefWidth(PICTURE);
    picture.setPrefHeight(220);
    ChartPanel.connect(picture, context, chart);
    Runnable studio =
        ChartPanel.exhibit(context, "comparison", "Two runs compared", chart::get, Optional::empty);
    picture.setOnSaveFigure(studio);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox body = new HBox(12, left, picture);
    body.setAlignment(Pos.TOP_LEFT);
    body.getStyleClass().add("comparison");
    setContent(body);
    HelpMark.mark(this, "comparison");
    widthProperty()
        .addListener(
            (o, was, is) -> {
              boolean wide = is.doubleValue() > 1000;
              PageParts.show(picture, wide);
            });
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, old, now) -> model.comparisonProperty().get().ifPresent(this::draw));
    model.comparisonProperty().addListener((o, old, now) -> now.ifPresent(this::show));
    model.comparisonProperty().get().ifPresent(this::show);
  }

  private void column(String title, double width, Function<RunComparison.Row, String> text) {
    TableColumn<RunComparison.Row, String> column = TableRows.column(title, text);
    column.setPrefWidth(width);
    column.setSortable(false);
    WrappingCell.in(column);
    table.getColumns().add(column);
  }

  private void show(RunComparison both) {
    setTitle(
        "first: "
            + model.name(both.first().path())
            + "   second: "
            + model.name(both.second().path()));
    setSubtitle(RunComparison.family(both.first()).title());
    settings.setText(
        both.changes().isEmpty()
            ? "The settings are the same."
            : some("   ", both.changes().stream().map(ConfigDiff.Change::arrow).toList()));
    List<TableReading.Measure> all = RunComparison.family(both.first()).reading().measures();
    if (!measure.getItems().equals(all)) {
      measure.getItems().setAll(all);
    }
    measure.setValue(both.measure());
    pairing.setText(
        counted(both)
            + both.pairing()
            + (both.rows().size() > 5
                ? " Each interval holds 95 % for itself: of twenty equal rows one would be clear by"
                    + " chance."
                : "")
            + (both.left().isEmpty() ? "" : " " + some("; ", both.left()) + "."));
    table.getItems().setAll(both.rows());
    table
        .getColumns()
        .get(0)
        .setVisible(both.rows().stream().anyMatch(row -> !row.curve().isEmpty()));
    draw(both);
  }

  /**
   * Which of two ways of putting samples together the numbers below are; the list has the other.
   */
  private static String counted(RunComparison both) {
    if (!both.measure().share()) {
      return "";
    }
    String here = "Here: means over " + samples(both) + ". ";
    return both.measure().key().equals(BiasMeasure.RELATIVE_BIAS.key())
        ? here + "The list above and the board: the root of the mean square, which is larger. "
        : here;
  }

  /** As many as are read; the command that compares says them all. */
  private static String some(String between, List<String> all) {
    String words = all.stream().limit(MOST).collect(Collectors.joining(between));
    return all.size() > MOST ? words + between + "and " + (all.size() - MOST) + " more" : words;
  }

  private void draw(RunComparison both) {
    RunTable a = both.firstTable();
    RunTable b = both.secondTable();
    RunComparison.Row chosen = table.getSelectionModel().getSelectedItem();
    String curve =
        chosen == null ? both.rows().isEmpty() ? "" : both.rows().get(0).curve() : chosen.curve();
    RunTable.Key key = key(a, curve);
    boolean point = key.axis().isEmpty();
    List<ChartSeries> series = new ArrayList<>();
    add(series, "first", 2, a, curve, 0);
    add(series, "second", 3, b, curve, 1);
    ChartAxis y = ChartAxis.linear(label(both));
    chart.set(
        ChartModel.of(
            point ? curve : "",
            point
                ? ChartAxis.categories("", List.of("first", "second"))
                : ChartAxis.linear(
                    a.reading().axis().isEmpty() ? a.reading().x() : ConfigDiff.symbol(key.axis())),
            both.measure().share() ? y.in(" %") : y,
            series));
  }

  private static String label(RunComparison both) {
    String words = both.measure().label();
    return both.measure().share() ? words + ", mean over " + samples(both) : words;
  }

  private static String samples(RunComparison both) {
    return both.firstTable().reading().sample() + "s";
  }

  private double unit() {
    return measure.getValue() != null && measure.getValue().share() ? PERCENT : 1;
  }

  private String number(double value) {
    return bare(value) + sign();
  }

  private String bare(double value) {
    return RunReader.number(unit() * value);
  }

  private String sign() {
    return unit() == PERCENT ? " %" : "";
  }

  private static RunTable.Key key(RunTable table, String curve) {
    return table.curves().stream()
        .filter(k -> k.name().equals(curve))
        .findFirst()
        .orElse(table.curves().get(0));
  }

  /** A run's curve; a single number stands above the run's name. */
  private void add(
      List<ChartSeries> series, String name, int colour, RunTable table, String curve, int run) {
    RunTable.Key key = key(table, curve);
    List<ChartPoint> points = new ArrayList<>();
    List<Double> positions = table.positions(key);
    int stride = Overlays.stride(positions.size());
    for (int i = 0; i < positions.size(); i += stride) {
      Interval mean = table.mean(key, positions.get(i), measure.getValue().key()).interval();
      points.add(
          new ChartPoint(
              key.axis().isEmpty() ? run : positions.get(i),
              unit() * mean.value(),
              unit() * mean.low(),
              unit() * mean.high()));
    }
    Style style = Style.nth(colour);
    series.add(
        key.axis().isEmpty()
            ? new ChartSeries(name, Role.ESTIMATE, Mark.POINTS, style, points, "")
            : ChartSeries.estimate(
                name, points.size() > 25 ? style.with(Style.Marker.NONE) : style, points));
  }

  private String difference(RunComparison.Row row) {
    DifferenceTest test = row.test();
    String value = bare(test.difference().value());
    return Double.isNaN(test.difference().low())
        ? value + sign()
        : value
            + " ("
            + bare(test.difference().low())
            + " to "
            + bare(test.difference().high())
            + ")"
            + sign();
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value).replace('-', '−');
  }

  private static String verdict(RunComparison.Row row) {
    return switch (row.test().verdict()) {
      case LARGER -> "second is larger";
      case SMALLER -> "second is smaller";
      case SAME -> "the same";
      case INCONCLUSIVE -> "inconclusive";
    };
  }
}
