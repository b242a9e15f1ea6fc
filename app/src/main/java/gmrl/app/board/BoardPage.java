package gmrl.app.board;

import gmrl.app.bias.BiasFeature;
import gmrl.app.bias.BiasOverlays;
import gmrl.app.chart.ChartPane;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Edges;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.ParameterViewModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * The board: headline, four sliders over their columns, the picture of the two loops, and below
 * them what the bias costs.
 */
final class BoardPage extends VBox {
  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 20;
  private static final double TOP = 5;

  /** From this width on the picture of the two loops stands beside the columns. */
  private static final double WIDE = 1080;

  private final BoardViewModel model;
  private final GridPane columns = new GridPane();
  private final HBox upper = new HBox(8);
  private final PanelFrame mechanism;

  /**
   * Puts the board together.
   *
   * @param headline what stands on top
   * @param knobs the four sliders' models
   * @param outcomes what the bias costs, side by side
   */
  BoardPage(
      LabContext context,
      BoardViewModel model,
      MechanismViewModel picture,
      Node headline,
      Map<Column, ParameterViewModel> knobs,
      List<? extends Region> outcomes) {
    this.model = model;
    getStyleClass().add("board");
    PanelFrame biases = new PanelFrame("", "");
    biases.setTop(null);
    columns.getStyleClass().add("board-columns");
    biases.setContent(columns);
    biases.showProblem(model.problemProperty());
    fill(context, knobs);
    mechanism = mechanism(context, picture);
    HBox.setHgrow(biases, Priority.ALWAYS);
    HBox below = new HBox(8);
    for (Region outcome : outcomes) {
      HBox.setHgrow(outcome, Priority.ALWAYS);
      outcome.setPrefWidth(400);
      below.getChildren().add(outcome);
    }
    upper.getChildren().addAll(biases, mechanism);
    upper.setPrefHeight(480);
    below.setPrefHeight(270);
    below.setMinHeight(210);
    upper.setMinHeight(310);
    VBox.setVgrow(upper, Priority.ALWAYS);
    VBox.setVgrow(below, Priority.SOMETIMES);
    VBox body = new VBox(8, upper, below);
    body.setPadding(new Insets(8));
    // A low window is scrolled rather than squeezed.
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("dashboard", "edge-to-edge");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(headline, scroll);
    widthProperty().addListener((o, was, is) -> fold(is.doubleValue()));
    fold(1440);
  }

  /** Where there is no room the picture gives way first. */
  private void fold(double width) {
    boolean beside = width >= WIDE;
    mechanism.setVisible(beside);
    mechanism.setManaged(beside);
    double share = Math.max(260, Math.min(380, width * 0.25));
    mechanism.setPrefWidth(share);
    mechanism.setMinWidth(share);
  }

  private PanelFrame mechanism(LabContext context, MechanismViewModel picture) {
    PanelFrame frame = new PanelFrame("One meta-gradient", "");
    MechanismView view = new MechanismView(picture, context.time().chartThemeProperty());
    frame.addTool(Icons.PLAY, "Show the inner steps of all trials, slowly", view::play);
    frame.addTool(Icons.STEP, "One inner step on", view::step);
    frame.setContent(view);
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
      columns.add(strip(row), 0, line, Column.values().length, 1);
      line++;
      RowConstraints tall = new RowConstraints();
      tall.setVgrow(Priority.ALWAYS);
      tall.setMinHeight(70);
      tall.setPrefHeight(160);
      columns.getRowConstraints().add(tall);
      across = 0;
      for (Column column : Column.values()) {
        columns.add(plot(context, row, column), across++, line);
      }
      line++;
    }
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
    ChartPanel.connect(
        pane,
        context,
        context
            .shelf()
            .over(
                BiasFeature.FAMILY.id(),
                model.chart(row, column),
                (run, now) ->
                    BiasOverlays.relative(context.shelf(), run, row.kind(), column.variable())));
    return pane;
  }

  /** Room for the tick labels, whatever their size. */
  private static Edges edges(ChartTheme theme) {
    double larger = theme.fontSize() / ChartTheme.light().fontSize();
    return new Edges(LEFT * larger, BOTTOM * larger, RIGHT * larger, TOP * larger);
  }

  /** Title, present number, definition and legend of a row. */
  private Node strip(Row row) {
    Label title = new Label(row.title());
    title.getStyleClass().addAll("board-title", row.styleClass());
    title.setMinWidth(USE_PREF_SIZE);
    Label number = new Label();
    number.getStyleClass().add("board-number");
    number.textProperty().bind(model.number(row));
    number.setMinWidth(USE_PREF_SIZE);
    Label definition = new Label(row.definition());
    definition.getStyleClass().add("muted");
    definition.setMinWidth(0);
    definition.setTooltip(
        ParameterSlider.tooltip(
            row.title()
                + ": "
                + row.definition()
                + ".\n"
                + row.explanation()
                + "\n"
                + "Shown is the length of the mean error, in percent of the true"
                + " meta-gradient’s."));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox strip = new HBox(8, title, number, definition, gap);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().add("board-strip");
    HBox legend = new HBox(10);
    legend.setAlignment(Pos.CENTER_RIGHT);
    legend.setMinWidth(USE_PREF_SIZE);
    model.answerProperty().addListener((o, old, now) -> legend(row, legend));
    legend(row, legend);
    strip.getChildren().addAll(legend, scale(row));
    return strip;
  }

  private void legend(Row row, Pane legend) {
    List<Node> keys = new ArrayList<>();
    model
        .study()
        .ifPresent(
            study -> {
              if (row == Row.COMPOSITIONAL) {
                keys.add(new LegendKey(row, BoardStudy.Line.OWN, named(study, row)));
              } else {
                for (BoardStudy.Line line : BoardStudy.Line.values()) {
                  String text =
                      line == BoardStudy.Line.CONTROLLED
                          ? study.legend(line) + " (c)"
                          : study.legend(line);
                  keys.add(new LegendKey(row, line, text));
                }
              }
            });
    List<String> texts = keys.stream().map(k -> ((LegendKey) k).getText()).toList();
    List<String> shown = legend.getChildren().stream().map(k -> ((LegendKey) k).getText()).toList();
    if (!texts.equals(shown)) {
      legend.getChildren().setAll(keys);
    }
  }

  private static String named(BoardStudy study, Row row) {
    return row == Row.COMPOSITIONAL
        ? gmrl.app.state.Symbols.of(study.inner())
        : study.legend(BoardStudy.Line.OWN);
  }

  /** Axes stand still until somebody chooses another one. */
  private Node scale(Row row) {
    ChoiceBox<Double> box = new ChoiceBox<>();
    box.getItems().setAll(BoardViewModel.TOPS);
    box.setValue(model.top(row));
    box.getStyleClass().addAll("small", "board-scale");
    box.setAccessibleText("Axis of " + row.title().toLowerCase(Locale.ROOT));
    box.setTooltip(
        ParameterSlider.tooltip("Upper end of this row’s axes; they never move by themselves"));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Double value) {
            return value == null ? "" : String.format(Locale.ROOT, "0–%.0f %%", value);
          }

          @Override
          public Double fromString(String string) {
            throw new UnsupportedOperationException("not edited as text");
          }
        });
    box.valueProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                model.setTop(row, now);
              }
            });
    return box;
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
