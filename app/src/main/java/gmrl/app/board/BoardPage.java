package gmrl.app.board;

import gmrl.app.bias.BiasFeature;
import gmrl.app.bias.BiasOverlays;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Edges;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.FittingLabel;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.ParameterViewModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/**
 * The board: headline, four sliders over their columns, the picture of the two loops, and below
 * them what the bias costs.
 */
final class BoardPage extends VBox {
  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 20;
  private static final double TOP = 9;

  /** From this width on the picture of the two loops stands beside the columns. */
  private static final double WIDE = 1080;

  /** From this height on there is room for what explains itself on hover, too. */
  private static final double TALL = 640;

  private final BoardViewModel model;
  private final GridPane columns = new GridPane();
  private final List<Node> captions = new ArrayList<>();

  /** Symbols at the ends of the axes, where there is no room for captions. */
  private final List<Node> names = new ArrayList<>();

  private final HBox upper = new HBox(8);
  private final PanelFrame mechanism;

  /** Opens the picture where there is no room for it beside the columns. */
  private final ToggleButton fold = new ToggleButton();

  /**
   * Puts the board together.
   *
   * @param headline what stands on top
   * @param knobs the four sliders' models
   * @param slots which slots are sampled
   * @param outcomes what the bias costs, side by side
   */
  BoardPage(
      LabContext context,
      BoardViewModel model,
      MechanismViewModel picture,
      Node headline,
      Map<Column, ParameterViewModel> knobs,
      Node slots,
      List<? extends Region> outcomes) {
    this.model = model;
    getStyleClass().add("board");
    PanelFrame biases = new PanelFrame("", "");
    biases.setTop(null);
    columns.getStyleClass().add("board-columns");
    biases.setContent(columns);
    biases.showProblem(model.problemProperty());
    fill(context, knobs);
    mechanism = mechanism(context, picture, slots);
    HBox.setHgrow(biases, Priority.ALWAYS);
    HBox below = new HBox(8);
    for (Region outcome : outcomes) {
      HBox.setHgrow(outcome, Priority.ALWAYS);
      outcome.setPrefWidth(400);
      below.getChildren().add(outcome);
    }
    Label name = new Label(mechanism.title());
    name.setRotate(-90);
    // A group is as large as what is turned in it.
    fold.setGraphic(new Group(name));
    fold.getStyleClass().addAll("flat", "board-fold");
    fold.setMaxHeight(Double.MAX_VALUE);
    fold.setAccessibleText(mechanism.title());
    fold.setTooltip(
        ParameterSlider.tooltip("The picture of the two loops, beside the columns, and away"));
    fold.selectedProperty().addListener((o, was, is) -> fold(getWidth()));
    upper.getChildren().addAll(biases, mechanism, fold);
    upper.setPrefHeight(480);
    below.setPrefHeight(270);
    below.setMinHeight(166);
    upper.setMinHeight(262);
    VBox.setVgrow(upper, Priority.ALWAYS);
    VBox.setVgrow(below, Priority.SOMETIMES);
    VBox body = new VBox(8, upper, below);
    body.setPadding(new Insets(8));
    // A low window is scrolled rather than squeezed.
    ScrollPane scroll = new LiveScroll();
    scroll.setContent(body);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("dashboard", "edge-to-edge");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(headline, scroll);
    widthProperty().addListener((o, was, is) -> fold(is.doubleValue()));
    heightProperty()
        .addListener(
            (o, was, is) -> {
              boolean tall = is.doubleValue() >= TALL;
              for (Node caption : captions) {
                PageParts.show(caption, tall);
              }
              names.forEach(symbol -> symbol.setVisible(!tall));
            });
    fold(1440);
  }

  /** Where there is no room the picture gives way first, and comes when it is asked for. */
  private void fold(double width) {
    boolean beside = width >= WIDE;
    PageParts.show(fold, !beside);
    PageParts.show(mechanism, beside || fold.isSelected());
    double share = Math.max(260, Math.min(380, width * 0.25));
    mechanism.setPrefWidth(share);
    mechanism.setMinWidth(share);
  }

  private static PanelFrame mechanism(LabContext context, MechanismViewModel picture, Node slots) {
    PanelFrame frame = new PanelFrame("One meta-gradient", "");
    frame.explain(
        "The meta-gradient says how to change what the inner loop starts from, so that its end"
            + " comes out better. It is sampled in three slots; one that is switched off is"
            + " exact.");
    MechanismView view = new MechanismView(picture, context.time().chartThemeProperty());
    frame.addTool(Icons.NEXT, "Follow one trial; again for the next one", view::follow);
    frame.addTool(Icons.PLAY, "Show the inner steps of all trials, slowly", view::play);
    frame.addTool(Icons.STEP, "One inner step on", view::step);
    VBox.setVgrow(view, Priority.ALWAYS);
    frame.setContent(new VBox(4, slots, view));
    ChartPanel.exhibit(context, "inner-loop", "The inner loop", picture::chart, picture::plan);
    Runnable studio =
        ChartPanel.exhibit(context, "meta-gradient", "One meta-gradient", view::figure, view::plan);
    Drawing.offer(view, studio);
    frame.addTool(
        Icons.EXPORT,
        "The picture in the figure studio; its paths are offered there as a plot, too",
        studio);
    HelpMark.mark(frame, "board-mechanism");
    frame.showProblem(picture.problemProperty());
    return frame;
  }

  private void fill(LabContext context, Map<Column, ParameterViewModel> knobs) {
    for (int i = 0; i < Column.values().length; i++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / Column.values().length);
      columns.getColumnConstraints().add(share);
    }
    columns.getRowConstraints().add(fixed());
    int across = 0;
    for (Column column : Column.values()) {
      columns.add(slider(context, knobs, column), across++, 0);
    }
    int line = 1;
    for (Row row : Row.values()) {
      columns.getRowConstraints().add(fixed());
      RowStrip strip = new RowStrip(model, row);
      columns.add(strip, 0, line, Column.values().length, 1);
      line++;
      RowConstraints tall = new RowConstraints();
      tall.setVgrow(Priority.ALWAYS);
      tall.setMinHeight(58);
      tall.setPrefHeight(160);
      columns.getRowConstraints().add(tall);
      across = 0;
      List<ObservableValue<ChartModel>> drawn = new ArrayList<>();
      for (Column column : Column.values()) {
        ChartPane plot = plot(context, row, column);
        drawn.add(plot.modelProperty());
        columns.add(plot, across, line);
        columns.add(unknown(row, column), across, line);
        Node name = axisName(column);
        GridPane.setConstraints(name, across++, line);
        names.add(name);
      }
      strip.follow(drawn, context.time().chartThemeProperty());
      line++;
    }
    columns.getRowConstraints().add(fixed());
    across = 0;
    for (Column column : Column.values()) {
      columns.add(caption(context, column), across++, line);
    }
    // Above all plots: they reach into the room beside them.
    columns.getChildren().addAll(names);
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
    GridPane.setHalignment(none, HPos.CENTER);
    return none;
  }

  /** At the end of an axis, as in a textbook: there is no room for it below. */
  private static Node axisName(Column column) {
    Label name = new Label(column.variable().symbol());
    name.getStyleClass().add("board-axis");
    name.setMouseTransparent(true);
    GridPane.setHalignment(name, HPos.RIGHT);
    GridPane.setValignment(name, VPos.BOTTOM);
    return name;
  }

  /** Below a column: in which units it is counted. */
  private Node caption(LabContext context, Column column) {
    FittingLabel caption = new FittingLabel(column.unit(context.state().get().setup()));
    context
        .state()
        .stateProperty()
        .addListener((o, old, now) -> caption.setWords(column.unit(now.setup())));
    caption.getStyleClass().add("board-caption");
    caption.setMaxWidth(Double.MAX_VALUE);
    GridPane.setMargin(caption, new Insets(0, RIGHT, 0, LEFT));
    captions.add(caption);
    return caption;
  }

  private static RowConstraints fixed() {
    RowConstraints row = new RowConstraints();
    row.setVgrow(Priority.NEVER);
    return row;
  }

  private static Node slider(
      LabContext context, Map<Column, ParameterViewModel> knobs, Column column) {
    ParameterViewModel knob = java.util.Objects.requireNonNull(knobs.get(column));
    ParameterSlider slider = new ParameterSlider(knob, column.along(knob.parameter()));
    slider.getStyleClass().add("board-slider");
    AlignedTrack.align(slider, () -> edges(context.time().chartThemeProperty().get()));
    return slider;
  }

  private ChartPane plot(LabContext context, Row row, Column column) {
    ChartPane pane = new ChartPane();
    pane.setEdges(edges(pane.themeProperty().get()));
    pane.themeProperty().addListener((o, old, now) -> pane.setEdges(edges(now)));
    pane.setMinSize(90, 60);
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
    HelpMark.mark(pane, "board-" + row.name().toLowerCase(java.util.Locale.ROOT));
    return pane;
  }

  /** Room for the tick labels, whatever their size. */
  private static Edges edges(ChartTheme theme) {
    double larger = theme.fontSize() / ChartTheme.light().fontSize();
    return new Edges(LEFT * larger, BOTTOM * larger, RIGHT * larger, TOP * larger);
  }

  /** The knobs by column. */
  static Map<Column, ParameterViewModel> knobs(
      ParameterViewModel alpha,
      ParameterViewModel steps,
      ParameterViewModel samples,
      ParameterViewModel coefficient) {
    Map<Column, ParameterViewModel> knobs = new EnumMap<>(Column.class);
    knobs.put(Column.ALPHA, alpha);
    knobs.put(Column.STEPS, steps);
    knobs.put(Column.SAMPLES, samples);
    knobs.put(Column.COEFFICIENT, coefficient);
    return knobs;
  }
}
