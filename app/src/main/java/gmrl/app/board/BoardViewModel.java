package gmrl.app.board;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LatestSlot;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.Experiment;
import gmrl.experiment.bias.Aggregate;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.TrialBank;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The two biases along each of the four sliders. Moving a slider moves the cursor in its own column
 * and asks for the three others anew; the last complete curves stay behind as ghosts meanwhile.
 */
final class BoardViewModel {
  private static final BiasResult.Timing NOTHING =
      new BiasResult.Timing(java.time.Duration.ZERO, 0);

  /** Upper ends that an axis may have, in percent. */
  static final List<Double> TOPS = List.of(10.0, 20.0, 40.0, 80.0, 160.0, 320.0, 1000.0, 4000.0);

  /** The same for both rows, so that their curves can be compared. */
  static final double FIRST_TOP = 80;

  private final Laboratory lab;
  private final StateModel<LabState> state;
  private final LiveView<BoardStudy, BiasResult> live;

  /** What changes at one go is drawn once, and after the work that it asks for has begun. */
  private final LatestSlot<LiveView.Answer<BoardStudy, BiasResult>> news;

  private final Map<Row, Map<Column, ReadOnlyObjectWrapper<ChartModel>>> charts =
      new EnumMap<>(Row.class);
  private final Map<Row, ReadOnlyObjectWrapper<RowNumber>> numbers = new EnumMap<>(Row.class);
  private final Map<Row, ReadOnlyObjectWrapper<List<RowLines.Key>>> lines =
      new EnumMap<>(Row.class);
  private final Map<Row, BooleanProperty> limits = new EnumMap<>(Row.class);
  private final Map<Row, BooleanProperty> noises = new EnumMap<>(Row.class);
  private final Map<Row, Double> tops = new EnumMap<>(Row.class);
  private final Before before = new Before();

  /** What was read out of the newest answer, and out of which. */
  private Readings read = new Readings(new BiasResult(List.of(), NOTHING));

  private @Nullable BiasResult readOf;

  /**
   * A board that has not run yet.
   *
   * @param bank keeps the trials of all views of the window
   */
  BoardViewModel(Laboratory lab, StateModel<LabState> state, TrialBank bank) {
    this.lab = lab;
    this.state = state;
    live =
        new LiveView<>(
            lab, "Board", LiveView.Pace.AT_ONCE, board -> experiment(board, state.get(), bank));
    news = new LatestSlot<>(lab.ui(), this::draw);
    for (Row row : Row.values()) {
      tops.put(row, FIRST_TOP);
      numbers.put(row, new ReadOnlyObjectWrapper<>(RowNumber.NONE));
      lines.put(row, new ReadOnlyObjectWrapper<>(List.of()));
      BooleanProperty limit = new SimpleBooleanProperty();
      limit.addListener((o, was, is) -> redraw());
      limits.put(row, limit);
      BooleanProperty noise = new SimpleBooleanProperty();
      noise.addListener((o, was, is) -> ask());
      noises.put(row, noise);
      Map<Column, ReadOnlyObjectWrapper<ChartModel>> across = new EnumMap<>(Column.class);
      for (Column column : Column.values()) {
        across.put(column, new ReadOnlyObjectWrapper<>(BoardCharts.empty(column, FIRST_TOP)));
      }
      charts.put(row, across);
    }
    live.answerProperty()
        .addListener(
            (o, old, now) -> {
              redraw();
              if (now != null && now.standing() != Standing.STALE) {
                // What is new waits for nothing else that hears of it.
                news.deliver();
              }
            });
    live.problemProperty()
        .addListener(
            (o, old, now) -> {
              if (!now.isEmpty() && live.answer() == null) {
                charts
                    .values()
                    .forEach(
                        across ->
                            across
                                .values()
                                .forEach(c -> c.set(c.get().withStanding(Standing.FAILED))));
              }
            });
    state.observeAhead(this::ask);
    ask();
  }

  /** What computes a board where the sliders stand as in a state. */
  static Experiment<BiasResult> experiment(BoardStudy board, LabState state, TrialBank bank) {
    return new BiasExperiment(board.study(), bank)
        .from(state.setup())
        .sharpening(Aggregate.RELATIVE_BIAS);
  }

  /** Begins to follow the state. */
  void start() {
    live.start();
  }

  /** Lets go of what is running, until {@link #start}. */
  void stop() {
    live.stop();
  }

  /** Runs again from the start. */
  void restart() {
    before.forget();
    live.restart();
  }

  /** Why nothing can be shown at the present settings; empty if it can. */
  ReadOnlyStringProperty problemProperty() {
    return live.problemProperty();
  }

  /** One small plot. */
  ReadOnlyObjectProperty<ChartModel> chart(Row row, Column column) {
    return wrapper(row, column).getReadOnlyProperty();
  }

  /** What computes a small plot as it is shown. */
  Optional<PanelPlan> plan(Row row, Column column) {
    return Optional.of(
        new BoardPanel(
            "",
            BoardPanel.settings(state.get()),
            state.get().samples(),
            row,
            column,
            top(row),
            limitsProperty(row).get(),
            noiseProperty(row).get()));
  }

  /** The row's bias at these settings. */
  ReadOnlyObjectProperty<RowNumber> number(Row row) {
    return java.util.Objects.requireNonNull(numbers.get(row)).getReadOnlyProperty();
  }

  /** The newest answer; null while there is none. */
  ReadOnlyObjectProperty<LiveView.@Nullable Answer<BoardStudy, BiasResult>> answerProperty() {
    return live.answerProperty();
  }

  /** A row's lines and their names at the present settings. */
  ReadOnlyObjectProperty<List<RowLines.Key>> linesProperty(Row row) {
    return java.util.Objects.requireNonNull(lines.get(row)).getReadOnlyProperty();
  }

  /** Whether a row shows what infinitely many samples would leave. */
  BooleanProperty limitsProperty(Row row) {
    return java.util.Objects.requireNonNull(limits.get(row));
  }

  /** Whether a row shows how far one estimate scatters. */
  BooleanProperty noiseProperty(Row row) {
    return java.util.Objects.requireNonNull(noises.get(row));
  }

  /** Upper end of a row's axis, in percent. */
  double top(Row row) {
    return java.util.Objects.requireNonNull(tops.get(row));
  }

  /** The lowest of these axes on which the row's bias at these settings lies; empty for none. */
  OptionalDouble fittingTop(Row row) {
    return now(row).stream()
        .mapToDouble(bias -> 100 * bias.value())
        .flatMap(y -> TOPS.stream().mapToDouble(top -> top).filter(top -> y < 0.95 * top))
        .findFirst();
  }

  /** Gives a row another axis; nothing else ever does. */
  void setTop(Row row, double top) {
    tops.put(row, top);
    redraw();
  }

  private ReadOnlyObjectWrapper<ChartModel> wrapper(Row row, Column column) {
    return java.util.Objects.requireNonNull(
        java.util.Objects.requireNonNull(charts.get(row)).get(column));
  }

  private void ask() {
    LiveView.Answer<BoardStudy, BiasResult> shown = live.answer();
    if (shown != null && shown.standing() != Standing.STALE) {
      before.leave(before.continued(shown.snapshot()));
    }
    live.ask(() -> BoardStudy.of(state.get(), noiseProperty(Row.HESSIAN).get()));
    redraw();
  }

  @SuppressWarnings("ReferenceEquality") // the same snapshot, not an equal one
  private Readings read(BiasResult result) {
    if (readOf != result) {
      readOf = result;
      read = new Readings(before.continued(result));
    }
    return read;
  }

  private void redraw() {
    LiveView.Answer<BoardStudy, BiasResult> now = live.answer();
    if (now != null) {
      news.publish(now);
    }
  }

  private void draw(LiveView.Answer<BoardStudy, BiasResult> now) {
    if (now.standing() == Standing.FRESH) {
      before.settle();
    }
    if (now.standing().isUnderWay()) {
      lab.tasks().reportSpeed(now.snapshot().timing().stepsPerSecond());
    }
    BoardStudy present = Objects.requireNonNullElse(live.question(), now.question());
    for (Row row : Row.values()) {
      for (Column column : Column.values()) {
        ChartModel next =
            BoardCharts.of(
                row,
                column,
                now.question(),
                read(now.snapshot()),
                RowNumber.isOfNothing(state.get().setup())
                    ? null
                    : before.ghost(row, column, now.snapshot()),
                limitsProperty(row).get(),
                noiseProperty(row).get(),
                present.place(row, column),
                top(row),
                now.progress(),
                standing(now, row, column),
                stays(now, row, column));
        ReadOnlyObjectWrapper<ChartModel> place = wrapper(row, column);
        if (!next.equals(place.get())) {
          place.set(next);
        }
      }
      java.util.Objects.requireNonNull(numbers.get(row))
          .set(RowNumber.of(now(row), row, state.get().setup(), standing(now, row)));
      List<RowLines.Key> keys =
          RowLines.of(
              row, now.question(), read, noiseProperty(row).get(), limitsProperty(row).get());
      if (!keys.equals(linesProperty(row).get())) {
        java.util.Objects.requireNonNull(lines.get(row)).set(keys);
      }
    }
  }

  /** A number that has all its trials waits for nobody: the curves still refine, not it. */
  private Standing standing(LiveView.Answer<BoardStudy, BiasResult> answer, Row row) {
    boolean settled = read(answer.snapshot()).isSettled(BoardStudy.now(row));
    return settled && answer.standing() != Standing.STALE ? Standing.FRESH : answer.standing();
  }

  /**
   * A column whose own estimates are the same for both questions is not made stale by the others.
   */
  private Standing standing(
      LiveView.Answer<BoardStudy, BiasResult> answer, Row row, Column column) {
    BoardStudy present = live.question();
    if (answer.standing() != Standing.STALE || present == null) {
      return answer.standing();
    }
    for (BoardStudy.Line line : BoardStudy.Line.values()) {
      String label = line.along(row, column);
      if (!spec(present, label).equals(spec(answer.question(), label))) {
        return Standing.STALE;
      }
    }
    return lab.tasks().pausedProperty().get() ? Standing.PAUSED : Standing.REFINING;
  }

  /** Whether the slider of a column stands where it stood for an answer. */
  private boolean stays(LiveView.Answer<BoardStudy, BiasResult> answer, Row row, Column column) {
    BoardStudy present = live.question();
    return present == null || present.place(row, column) == answer.question().place(row, column);
  }

  private static Optional<BiasSpec> spec(BoardStudy board, String label) {
    return board.study().curves().stream()
        .filter(curve -> curve.label().equals(label))
        .map(curve -> curve.spec())
        .findFirst();
  }

  /** The row's bias at these settings; empty while it is not known. */
  Optional<RelativeBias> now(Row row) {
    LiveView.Answer<BoardStudy, BiasResult> now = live.answer();
    return now == null || now.standing() == Standing.STALE
        ? Optional.empty()
        : BoardCharts.now(read(now.snapshot()), row);
  }
}
