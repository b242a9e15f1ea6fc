package gmrl.app.board;

import gmrl.app.bias.BiasFeature;
import gmrl.app.bias.BiasOverlays;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Edges;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.state.LabState;
import gmrl.app.ui.FittingLabel;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Island;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.ParameterViewModel;
import gmrl.experiment.tabular.TabularSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** The four sliders over their columns, and in each column the two biases along its range. */
final class BoardGrid extends GridPane {
  /** Room for the numbers at the value axis, before the first plot of a row. */
  private static final double LEFT = 44;

  /** Before the others. */
  private static final double GAP = 12;

  private static final double RIGHT = 20;
  private static final double BOTTOM = 20;
  private static final double TOP = 7;

  private static final double PLOT = 160;
  private static final double NARROWEST = 90;

  private static final List<Column> COLUMNS = List.of(Column.values());

  private final LabContext context;
  private final BoardViewModel model;
  private final ReadOnlyObjectProperty<ChartTheme> theme;
  private final List<Node> captions = new ArrayList<>();
  private final List<Label> symbols = new ArrayList<>();

  /**
   * Sliders and plots.
   *
   * @param knobs the four sliders' models
   */
  BoardGrid(LabContext context, BoardViewModel model, Map<Column, ParameterViewModel> knobs) {
    this.context = context;
    this.model = model;
    theme = context.time().chartThemeProperty();
    getStyleClass().add("board-columns");
    getRowConstraints().add(fixed());
    for (Column column : COLUMNS) {
      getColumnConstraints().add(new ColumnConstraints());
      add(slider(column, Objects.requireNonNull(knobs.get(column))), at(column), 0);
    }
    int line = 1;
    for (Row row : Row.values()) {
      getRowConstraints().add(fixed());
      RowStrip strip = new RowStrip(model, row);
      add(Island.of(strip), 0, line, COLUMNS.size(), 1);
      line++;
      RowConstraints tall = new RowConstraints();
      tall.setVgrow(Priority.ALWAYS);
      tall.setMinHeight(58);
      tall.setPrefHeight(PLOT);
      getRowConstraints().add(tall);
      List<ObservableValue<ChartModel>> drawn = new ArrayList<>();
      for (Column column : COLUMNS) {
        ChartPane plot = plot(row, column);
        drawn.add(plot.modelProperty());
        add(plot, at(column), line);
        add(unknown(row, column), at(column), line);
        Label symbol = symbol(column);
        setConstraints(symbol, at(column), line);
        symbols.add(symbol);
      }
      strip.follow(drawn, theme);
      line++;
    }
    getRowConstraints().add(fixed());
    for (Column column : COLUMNS) {
      add(caption(column), at(column), line);
    }
    // Above all plots: they reach into the room beside them.
    getChildren().addAll(symbols);
    theme.addListener((o, old, now) -> size());
    widthProperty().addListener((o, was, is) -> size());
    size();
  }

  private static RowConstraints fixed() {
    RowConstraints row = new RowConstraints();
    row.setVgrow(Priority.NEVER);
    return row;
  }

  /** How much larger everything is than in the usual size of type. */
  double larger() {
    return theme.get().fontSize() / ChartTheme.light().fontSize();
  }

  /** All plots are equally wide; the first column has the numbers of the value axis besides. */
  private void size() {
    double larger = larger();
    double numbers = (LEFT - GAP) * larger;
    double each = Math.max(NARROWEST, (getWidth() - numbers) / COLUMNS.size());
    for (Column column : COLUMNS) {
      double more = leads(column) ? numbers : 0;
      ColumnConstraints share = getColumnConstraints().get(at(column));
      share.setMinWidth(NARROWEST);
      share.setPercentWidth(100 * (each + more) / Math.max(1, getWidth()));
    }
    for (Label symbol : symbols) {
      symbol.setMinWidth((RIGHT - 3) * larger);
      // Clear of the number at the axis's end.
      setMargin(symbol, new Insets(0, 0, (BOTTOM - 4) * larger, 0));
    }
  }

  /** Place of a column among all. */
  private static int at(Column column) {
    return COLUMNS.indexOf(column);
  }

  private static boolean leads(Column column) {
    return at(column) == 0;
  }

  private Edges edges(Column column) {
    double larger = larger();
    double left = leads(column) ? LEFT : GAP;
    return new Edges(left * larger, BOTTOM * larger, RIGHT * larger, TOP * larger, leads(column));
  }

  /** Height of the plots' inside where they have so much room in all. */
  double inside(double room) {
    return room / Row.values().length - (TOP + BOTTOM) * larger();
  }

  /** Room that the plots take in all where their inside is so high. */
  double around(double inside) {
    return Row.values().length * (inside + (TOP + BOTTOM) * larger());
  }

  /**
   * Height of all but the plots, without the columns' units.
   *
   * @param width of all
   */
  double others(double width) {
    double units = captions.get(0).isManaged() ? units() : 0;
    return prefHeight(width) - Row.values().length * PLOT - units;
  }

  /** Height of the columns' units. */
  double units() {
    return captions.get(0).prefHeight(-1);
  }

  /** Shows in which units the columns are counted, or leaves the room to the plots. */
  void showUnits(boolean shown) {
    captions.forEach(caption -> PageParts.show(caption, shown));
  }

  /** In a plot that was computed and has nothing to draw: that there is nothing. */
  private Node unknown(Row row, Column column) {
    Label none = new Label("no finite number");
    none.getStyleClass().add("board-caption");
    none.setMouseTransparent(true);
    none.visibleProperty()
        .bind(
            model
                .chart(row, column)
                .map(chart -> chart.isEmpty() && chart.standing().isComplete()));
    setHalignment(none, HPos.CENTER);
    return none;
  }

  /** At the end of an axis, as in a textbook. */
  private static Label symbol(Column column) {
    Label name = new Label(column.variable().symbol());
    name.getStyleClass().add("board-axis");
    name.setMouseTransparent(true);
    setHalignment(name, HPos.RIGHT);
    setValignment(name, VPos.BOTTOM);
    return name;
  }

  /** Below a column: in which units it is counted. */
  private Node caption(Column column) {
    FittingLabel caption = new FittingLabel("");
    say(column::units, caption::setWords);
    caption.getStyleClass().add("board-caption");
    caption.setMaxWidth(Double.MAX_VALUE);
    setMargin(caption, new Insets(0, RIGHT, 0, leads(column) ? LEFT : GAP));
    captions.add(caption);
    return caption;
  }

  /** Says something of the setup, now and whenever that changes, in fewer and fewer words. */
  private void say(
      Function<TabularSetup, List<String>> words, BiConsumer<String, List<String>> label) {
    Consumer<TabularSetup> show =
        setup -> {
          List<String> all = words.apply(setup);
          label.accept(all.get(0), all.subList(1, all.size()));
        };
    context.state().stateProperty().map(LabState::setup).subscribe(show);
  }

  private Node slider(Column column, ParameterViewModel knob) {
    ParameterSlider slider = new ParameterSlider(knob, column.along(knob.parameter()));
    slider.getStyleClass().add("board-slider");
    say(column::names, slider::setName);
    AlignedTrack.align(slider, () -> edges(column));
    return Island.of(slider);
  }

  private ChartPane plot(Row row, Column column) {
    ChartPane pane = new ChartPane();
    pane.setEdges(edges(column));
    pane.themeProperty().addListener((o, old, now) -> pane.setEdges(edges(column)));
    pane.setMinSize(NARROWEST, 60);
    pane.setPrefSize(200, 150);
    ObservableValue<ChartModel> shown =
        context
            .shelf()
            .over(
                BiasFeature.FAMILY.id(),
                model.chart(row, column),
                (run, now) ->
                    row == Row.COMPOSITIONAL && column == Column.COEFFICIENT
                        ? BiasOverlays.level(
                            context.shelf(), run, row.kind(), column.low(), column.high())
                        : BiasOverlays.relative(
                            context.shelf(), run, row.kind(), column.variable()));
    ChartPanel.connect(pane, context, shown);
    Runnable studio =
        ChartPanel.exhibit(
            context,
            row.styleClass() + "-over-" + column.variable().token(),
            row.title() + " over " + column.variable().symbol(),
            () -> BoardCharts.onPaper(shown.getValue(), column),
            () -> model.plan(row, column));
    pane.setOnSaveFigure(studio);
    HelpMark.mark(pane, "board-" + row.name().toLowerCase(Locale.ROOT));
    return pane;
  }
}
