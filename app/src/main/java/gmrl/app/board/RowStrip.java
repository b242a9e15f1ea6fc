package gmrl.app.board;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Role;
import gmrl.app.ui.FittingLabel;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.SmallChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What stands above a row of plots: title, present number, definition, legend, axis. */
final class RowStrip extends VBox {
  private final BoardViewModel model;
  private final Row row;

  /** Room of a kept run's key: its line, and so much of its name. */
  private static final double KEPT_WIDTH = 170;

  /** With less of a name one would not know it again. */
  private static final double LEAST_KEPT = 62;

  private static final double SPACING = 8;

  private final HBox upper = new HBox(SPACING);
  private final HBox lower = new HBox(SPACING);
  private final List<Node> words;
  private final List<Node> choices;
  private final HBox legend = new HBox(10);
  private List<LegendKey> lines = List.of();
  private List<LegendKey> kept = List.of();
  private List<ChartSeries> keptCurves = List.of();
  private @Nullable ChartTheme keptOn;
  private double keptWidth = KEPT_WIDTH;

  RowStrip(BoardViewModel model, Row row) {
    super(2);
    this.model = model;
    this.row = row;
    setMinWidth(0);
    upper.setAlignment(Pos.CENTER_LEFT);
    lower.setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("board-strip");
    Label title = new Label(row.title());
    title.getStyleClass().addAll("board-title", row.styleClass());
    title.setMinWidth(USE_PREF_SIZE);
    Label number = new Label();
    number.getStyleClass().add("board-number");
    number.textProperty().bind(model.number(row));
    number.setMinWidth(USE_PREF_SIZE);
    number.setTooltip(
        ParameterSlider.tooltip(
            "At the settings of the four sliders; ± is half of the 95 % interval; it is left"
                + " out where a formula gives the bias without sampling"));
    FittingLabel definition = new FittingLabel(row.definition(), row.inFewerWords());
    definition.getStyleClass().add("muted");
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
    definition.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(definition, Priority.ALWAYS);
    legend.setAlignment(Pos.CENTER_RIGHT);
    legend.setMinWidth(USE_PREF_SIZE);
    model.linesProperty(row).addListener((o, old, now) -> show(now));
    show(model.linesProperty(row).get());
    words = List.of(title, number, definition);
    choices = List.of(legend, noise(), limits(), scale());
    place(true);
  }

  /** In one line where there is room for it, in two where the window is narrow. */
  private void place(boolean one) {
    lower.getChildren().clear();
    upper.getChildren().setAll(words);
    (one ? upper : lower).getChildren().addAll(choices);
    getChildren().setAll(upper);
    if (!one) {
      getChildren().add(lower);
    }
  }

  private boolean isRoomForOne() {
    // The definition gives way by itself.
    return needed(words.subList(0, 2)) + SPACING + needed(choices) <= room();
  }

  private double room() {
    return getWidth() - getInsets().getLeft() - getInsets().getRight();
  }

  private static double needed(List<Node> nodes) {
    return nodes.stream().mapToDouble(node -> node.prefWidth(-1)).sum()
        + SPACING * (nodes.size() - 1);
  }

  /** How wide the key of each kept run may be, so that all of them have room. */
  private double fittingKept() {
    double left = room() - needed(choices) + legend.prefWidth(-1);
    for (LegendKey key : lines) {
      left -= key.prefWidth(-1) + legend.getSpacing();
    }
    double each = left / Math.max(1, kept.size()) - legend.getSpacing();
    return Math.floor(Math.max(LEAST_KEPT, Math.min(KEPT_WIDTH, each)));
  }

  /** Widths are true here only: after the styles of a pulse were applied. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    boolean one = isRoomForOne();
    if (getWidth() > 0 && one != lower.getChildren().isEmpty()) {
      Platform.runLater(() -> place(isRoomForOne()));
    }
    if (getWidth() > 0 && !kept.isEmpty() && fittingKept() != keptWidth) {
      Platform.runLater(this::fit);
    }
  }

  private void fit() {
    keptWidth = fittingKept();
    kept.forEach(key -> key.setMaxWidth(keptWidth));
  }

  private void show(List<BoardViewModel.Key> keys) {
    lines = keys.stream().map(key -> new LegendKey(row, key)).toList();
    fill();
  }

  private void fill() {
    legend.getChildren().setAll(lines);
    legend.getChildren().addAll(kept);
  }

  /** Lets kept runs that are drawn in any plot of the row have keys, too. */
  void follow(List<ObservableValue<ChartModel>> plots, ObservableValue<ChartTheme> theme) {
    Runnable read =
        () -> {
          Map<String, ChartSeries> runs = new LinkedHashMap<>();
          plots.stream()
              .flatMap(plot -> plot.getValue().series().stream())
              .filter(s -> s.role() == Role.KEPT)
              .forEach(s -> runs.putIfAbsent(s.name(), s.withPoints(List.of())));
          List<ChartSeries> curves = List.copyOf(runs.values());
          if (!curves.equals(keptCurves) || !theme.getValue().equals(keptOn)) {
            keptCurves = curves;
            keptOn = theme.getValue();
            kept = curves.stream().map(run -> new LegendKey(run, theme.getValue())).toList();
            fill();
            fit();
          }
        };
    plots.forEach(plot -> plot.addListener((o, old, now) -> read.run()));
    theme.addListener((o, old, now) -> read.run());
    read.run();
  }

  private Node limits() {
    return more(row.limitName(), row.limit(), model.limitsProperty(row));
  }

  private Node noise() {
    return more(
        "noise",
        "How far one estimate scatters around its mean (dotted), in percent of the same length."
            + " Learning feels bias and noise together: a biased estimator that scatters less can"
            + " learn better than an unbiased one.",
        model.noiseProperty(row));
  }

  /** A box to tick: what it adds must not look like a line that is drawn already. */
  private static Node more(String text, String meaning, BooleanProperty chosen) {
    CheckBox box = new CheckBox(text);
    box.getStyleClass().add("board-more");
    box.setMinWidth(USE_PREF_SIZE);
    box.setTooltip(ParameterSlider.tooltip(meaning));
    box.selectedProperty().bindBidirectional(chosen);
    return box;
  }

  /** Axes stand still until somebody chooses another one. */
  private Node scale() {
    ChoiceBox<Double> box =
        SmallChoice.of(
            "Upper end of this row’s axes; they never move by themselves",
            top -> String.format(Locale.ROOT, "axis to %.0f %%", top),
            118);
    box.getItems().setAll(BoardViewModel.TOPS);
    box.setValue(model.top(row));
    box.getStyleClass().add("board-scale");
    box.setAccessibleText("Axis of " + row.title().toLowerCase(Locale.ROOT));
    box.valueProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                model.setTop(row, now);
              }
            });
    return box;
  }
}
