package gmrl.app.board;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Role;
import gmrl.app.ui.FittingLabel;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.Tip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What stands above a row of plots: title, present number, definition, legend, axis. */
final class RowStrip extends VBox {
  private final BoardViewModel model;
  private final Row row;

  private static final double SPACING = 8;

  private static final String NOISE = "how far one estimate scatters around its mean (dotted)";

  /** A number of the usual length. */
  private static final String USUAL = "1.9 % ± 0.3";

  private final HBox upper = new HBox(SPACING);
  private final HBox lower = new HBox(SPACING);
  private final HBox below = new HBox(10);
  private final FittingLabel definition;
  private final Label number = new Label();

  /** What the number is worth: a drag changes that many times a second, only what stays is said. */
  private final Label worth = new Label();

  private final PauseTransition patience = new PauseTransition(Duration.millis(400));
  private final List<Node> words;
  private final List<Node> choices;
  private final HBox legend = new HBox(10);
  private List<LegendKey> lines = List.of();
  private List<LegendKey> kept = List.of();
  private List<ChartSeries> keptCurves = List.of();

  /** Of the curves before the last change, while they are drawn. */
  private final LegendKey ghost;

  /** What these are called, in fewer and fewer words; none while there are none. */
  private List<String> haunting = List.of();

  private @Nullable ChartTheme keptOn;
  private Place placed = new Place(true, true, Integer.MAX_VALUE, Ghost.NONE, false, false);
  private double filled;

  /**
   * Where things stand.
   *
   * @param one whether words and choices share a line
   * @param beside whether kept runs stand beside the other lines instead of below them
   * @param most how many of the other lines' keys stand in one line; the rest is below it
   * @param before the key of the curves before the last change
   * @param said whether what the number is worth stands beside it
   * @param spelt whether the other lines' names are said in full
   */
  private record Place(
      boolean one, boolean beside, int most, Ghost before, boolean said, boolean spelt) {}

  /**
   * The key of the curves before the last change.
   *
   * @param words what they are called; empty where there are none
   * @param above whether it stands at the end of the words, where the line of the legend is full
   */
  private record Ghost(String words, boolean above) {
    static final Ghost NONE = new Ghost("", false);
  }

  RowStrip(BoardViewModel model, Row row) {
    super(2);
    this.model = model;
    this.row = row;
    setMinWidth(0);
    upper.setAlignment(Pos.CENTER_LEFT);
    lower.setAlignment(Pos.CENTER_RIGHT);
    below.setAlignment(Pos.CENTER_RIGHT);
    below.setMinWidth(0);
    getStyleClass().add("board-strip");
    Label title = new Label(row.title());
    title.getStyleClass().addAll("board-title", row.styleClass());
    title.setMinWidth(USE_PREF_SIZE);
    number.getStyleClass().add("board-number");
    worth.getStyleClass().add("board-worth");
    for (Label each : List.of(number, worth)) {
      each.setMinWidth(USE_PREF_SIZE);
    }
    patience.setOnFinished(e -> say(model.number(row).get(), true));
    model.number(row).addListener((o, was, is) -> hear(was, is));
    definition = new FittingLabel(row.definition(), row.inFewerWords());
    definition.getStyleClass().add("muted");
    Tip.on(
        definition,
        row.title()
            + ": "
            + row.definition()
            + ".\n"
            + row.explanation()
            + "\n"
            + "Shown is the length of the mean error, in percent of the true"
            + " meta-gradient’s.");
    definition.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(definition, Priority.ALWAYS);
    legend.setAlignment(Pos.CENTER_RIGHT);
    legend.setMinWidth(USE_PREF_SIZE);
    ghost = LegendKey.before(row);
    model.linesProperty(row).addListener((o, old, now) -> show(now));
    show(model.linesProperty(row).get());
    words = List.of(title, number, worth, definition);
    choices = List.of(legend, more());
    place(placed);
    say(model.number(row).get(), false);
  }

  /** In one line where there is room for it, in more where the window is narrow. */
  private void place(Place next) {
    placed = next;
    PageParts.show(worth, next.said);
    PageParts.show(ghost, !next.before.words.isEmpty());
    ghost.setText(next.before.words);
    hold(lower, next.one ? List.of() : choices);
    hold(
        upper,
        next.one
            ? joined(words, choices)
            : next.before.above ? joined(words, List.of(ghost)) : words);
    List<Node> rows = new ArrayList<>(List.of(upper));
    if (!next.one) {
      rows.add(lower);
    }
    if (!next.beside || next.most < lines.size()) {
      rows.add(below);
    }
    hold(this, rows);
    fill();
  }

  /** Only where something changes: what is put in, even again, gets its styles anew. */
  private static void hold(Pane pane, List<? extends Node> nodes) {
    if (!pane.getChildren().equals(nodes)) {
      pane.getChildren().setAll(nodes);
    }
  }

  private static List<Node> joined(List<? extends Node> first, List<? extends Node> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private Place wanted() {
    boolean one = taken(true) <= room();
    boolean beside = kept.isEmpty() || taken(one) + beside() <= room();
    int most = one ? lines.size() : fitting();
    Ghost before =
        haunting.stream()
            .map(words -> new Ghost(words, false))
            .filter(key -> isRoomFor(new Place(one, beside, most, key, false, false)))
            .findFirst()
            .orElseGet(() -> one && !haunting.isEmpty() ? new Ghost("before", false) : above());
    // Where it has no room the number's tooltip alone says it: no line moves for it.
    double words =
        one
            ? used(new Place(true, beside, most, before, false, false))
            : before.above ? besideTitle(before.words) : spoken();
    boolean said = !worth.getText().isEmpty() && words + SPACING + worth.prefWidth(-1) <= room();
    boolean spelt = isRoomForMore(new Place(one, beside, most, before, false, false));
    return new Place(one, beside, most, before, said, spelt);
  }

  /** Beside all of the definition, and whatever the number is at the moment: no line moves. */
  private boolean isRoomForMore(Place place) {
    double more = lines.stream().mapToDouble(LegendKey::more).sum();
    double usual = LegendKey.measured(USUAL, number.getFont()) - number.prefWidth(-1);
    double other = place.one ? usual + definition.prefWidth(-1) - definition.leastWidth() : 0;
    return more > 0 && place.most >= lines.size() && used(place) + other + more <= room();
  }

  /** How many of the lines' keys have room beside the button, one at least. */
  private int fitting() {
    double left = room() - needed(choices.subList(1, choices.size()), SPACING) - SPACING;
    int most = lines.size();
    while (most > 1 && needed(lines.subList(0, most), legend.getSpacing()) > left) {
      most--;
    }
    return most;
  }

  /** With as many words as there is room for, and with the fewest in any case. */
  private Ghost above() {
    return haunting.stream()
        .filter(words -> besideTitle(words) <= room())
        .findFirst()
        .or(() -> haunting.stream().reduce((longer, shorter) -> shorter))
        .map(words -> new Ghost(words, true))
        .orElse(Ghost.NONE);
  }

  /** Width of the words with that key in place of the definition. */
  private double besideTitle(String key) {
    return needed(words.subList(0, 2), SPACING) + 2 * SPACING + keyed(key);
  }

  private double keyed(String words) {
    return lines.isEmpty() ? 0 : lines.get(0).width(words);
  }

  /** While there are curves that go again the definition gives way to their key. */
  private boolean isRoomFor(Place place) {
    double words = place.one ? definition.leastWidth() : 0;
    return used(place) + SPACING - words <= room();
  }

  /** Width of what must stand in the line of the choices, with or without the words before them. */
  private double taken(boolean one) {
    double others = needed(lines, legend.getSpacing()) + SPACING;
    others += needed(choices.subList(1, choices.size()), SPACING);
    return one ? spoken() + SPACING + others : others;
  }

  /** Width of the words: of the definition some are always there. */
  private double spoken() {
    return needed(words.subList(0, 2), SPACING) + SPACING + definition.leastWidth();
  }

  /** Width of kept runs beside the other lines. */
  private double beside() {
    return needed(kept, legend.getSpacing()) + legend.getSpacing();
  }

  private double room() {
    return getWidth() - getInsets().getLeft() - getInsets().getRight();
  }

  private static double needed(List<? extends Node> nodes, double spacing) {
    return nodes.stream().mapToDouble(RowStrip::width).sum() + spacing * (nodes.size() - 1);
  }

  private static double width(Node node) {
    return node instanceof LegendKey key ? key.briefWidth() : node.prefWidth(-1);
  }

  /** Widths are true here only: after the styles of a pulse were applied. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (getWidth() > 0 && (!wanted().equals(placed) || filled != room())) {
      Platform.runLater(() -> place(wanted()));
    }
  }

  private void hear(RowNumber was, RowNumber is) {
    if (!is.passing()) {
      patience.stop();
    } else if (!was.passing()) {
      patience.playFromStart();
    }
    say(is, patience.getStatus() == Animation.Status.STOPPED);
  }

  private void say(RowNumber is, boolean stays) {
    number.setText(is.words());
    boolean said = !is.worth().isEmpty() && (stays || !is.passing());
    worth.setText(said ? "(" + is.worth() + ")" : "");
    requestLayout();
    for (Label each : List.of(number, worth)) {
      Tip.on(each, "At the settings of the four sliders.\n" + is.meaning());
    }
  }

  private void show(List<RowLines.Key> keys) {
    lines = keys.stream().map(key -> new LegendKey(row, key)).toList();
    fill();
  }

  private void fill() {
    filled = room();
    lines.forEach(key -> key.spell(placed.spelt));
    int most = Math.min(placed.most, lines.size());
    List<LegendKey> first = lines.subList(0, most);
    List<LegendKey> rest = lines.subList(most, lines.size());
    List<Node> drawn = placed.before.above ? List.copyOf(first) : joined(first, List.of(ghost));
    hold(below, placed.beside ? rest : joined(rest, kept));
    hold(legend, placed.beside ? joined(drawn, kept) : drawn);
    double left = room() - rest.stream().mapToDouble(key -> key.prefWidth(-1) + 10).sum();
    double each = placed.beside ? Double.MAX_VALUE : left / Math.max(1, kept.size()) - 10;
    kept.forEach(key -> key.setMaxWidth(each));
  }

  /** Width of all that must stand in the line of the legend. */
  private double used(Place place) {
    double said = place.one && place.said ? SPACING + worth.prefWidth(-1) : 0;
    double before =
        place.before.words.isEmpty() || place.before.above || lines.isEmpty()
            ? 0
            : legend.getSpacing() + keyed(place.before.words);
    return taken(place.one) + said + before + (place.beside && !kept.isEmpty() ? beside() : 0);
  }

  /** Where there is room is found in the next layout, whatever stood there before. */
  private void haunt(List<String> words) {
    if (!haunting.equals(words)) {
      haunting = words;
      requestLayout();
    }
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
          haunt(
              plots.stream()
                  .flatMap(plot -> plot.getValue().series().stream())
                  .filter(s -> s.role() == Role.PINNED)
                  .findFirst()
                  .map(s -> LegendKey.before(s.note()))
                  .orElse(List.of()));
          List<ChartSeries> curves = List.copyOf(runs.values());
          if (!curves.equals(keptCurves) || !theme.getValue().equals(keptOn)) {
            keptCurves = curves;
            keptOn = theme.getValue();
            kept = curves.stream().map(run -> new LegendKey(run, theme.getValue())).toList();
            fill();
          }
        };
    plots.forEach(plot -> plot.addListener((o, old, now) -> read.run()));
    theme.addListener((o, old, now) -> read.run());
    read.run();
  }

  /** Lines that are drawn on demand, and the axis, which stands still until another is chosen. */
  private Node more() {
    CheckMenuItem noise = new CheckMenuItem("noise: " + NOISE);
    noise.selectedProperty().bindBidirectional(model.noiseProperty(row));
    CheckMenuItem limit = new CheckMenuItem(row.limitName() + ": " + row.limitInWords());
    limit.selectedProperty().bindBidirectional(model.limitsProperty(row));
    MenuButton button = new MenuButton("lines, axis", Icons.CURVES.node());
    button.getItems().addAll(noise, limit, new SeparatorMenuItem());
    MenuItem fitting = new MenuItem("value axis that holds the bias at these settings");
    fitting.setOnAction(e -> model.fittingTop(row).ifPresent(top -> model.setTop(row, top)));
    button.getItems().add(fitting);
    ToggleGroup tops = new ToggleGroup();
    for (double top : BoardViewModel.TOPS) {
      RadioMenuItem item =
          new RadioMenuItem(String.format(Locale.ROOT, "value axis to %.0f %%", top));
      item.setToggleGroup(tops);
      item.setUserData(top);
      item.setOnAction(e -> model.setTop(row, top));
      button.getItems().add(item);
    }
    button.setOnShowing(
        e -> {
          fitting.setDisable(model.fittingTop(row).isEmpty());
          tops.getToggles()
              .forEach(item -> item.setSelected(item.getUserData().equals(model.top(row))));
        });
    button.getStyleClass().addAll("flat", "small", "board-more");
    button.setMinWidth(USE_PREF_SIZE);
    String what =
        "More lines for this row: noise, limit; and the upper end of its axes, which never move by"
            + " themselves";
    Tip.on(button, what);
    button.setAccessibleText("Lines and axis of " + row.title().toLowerCase(Locale.ROOT));
    return button;
  }
}
