package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.KeptResult;
import gmrl.experiment.Work;
import gmrl.experiment.ipd.LolaComparison;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that follow the window's state: runs them side by side, keeps the newest records.
 *
 * <p>The dashboard's panel shows its chart; the workspace draws more of the same records.
 */
final class IpdPanelViewModel {
  /** What is run and what it has recorded so far. */
  record Records(
      List<LolaCondition> conditions, List<LolaSnapshot> snapshots, Work work, Standing standing) {
    /** Share of the work that is done, 0 to 1. */
    double progress() {
      return work.share();
    }

    /** The update that every condition has reached, or its own last if that is earlier. */
    int reached(int condition) {
      return snapshots.get(condition).updates();
    }

    /** The newest update of any condition. */
    int newest() {
      return snapshots.stream().mapToInt(LolaSnapshot::updates).max().orElse(0);
    }
  }

  private final StateModel<LabState> state;
  private final Function<LabState, List<LolaCondition>> source;
  private final LiveView<List<LolaCondition>, List<LolaSnapshot>> live;
  private Optional<LolaStudy> stored = Optional.empty();
  private final ReadOnlyObjectWrapper<@Nullable Records> records = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ChartModel> chart =
      new ReadOnlyObjectWrapper<>(IpdCharts.emptyReturns());

  /**
   * A view-model that runs nothing yet.
   *
   * @param source the conditions that belong to a state; none where nothing is to run
   * @param single whether a round is one update, as after a pause
   */
  IpdPanelViewModel(
      String title,
      Laboratory lab,
      StateModel<LabState> state,
      Function<LabState, List<LolaCondition>> source,
      BooleanSupplier single) {
    this.state = state;
    this.source = source;
    live =
        new LiveView<>(
            lab,
            title,
            LiveView.Pace.WHEN_QUIET,
            conditions ->
                new LolaComparison(conditions.stream().map(LolaCondition::spec).toList(), single));
    live.answerProperty().addListener((o, old, now) -> receive(now));
    state.stateProperty().addListener((o, old, now) -> follow());
    state.observe(now -> IpdSettings.of(now).singles(), shown -> draw());
    follow();
  }

  /** Begins to follow the state. */
  void start() {
    live.start();
  }

  /** Runs everything again from the start. */
  void restart() {
    stored = Optional.empty();
    follow();
    live.restart();
  }

  /**
   * Takes a stored answer as its own if it answers what is asked at a state; as long as that is
   * asked, conditions that it does not hold are not shown.
   */
  void recall(KeptResult<LolaStudy, List<LolaSnapshot>> kept, LabState asking) {
    List<LolaCondition> answered = IpdConditions.answered(source.apply(asking), kept.spec());
    if (!answered.isEmpty()) {
      stored = Optional.of(kept.spec());
      live.recall(
          answered,
          answered.stream()
              .map(each -> kept.result().get(kept.spec().specs().indexOf(each.spec())))
              .toList());
      follow();
    }
  }

  /** Goes on with what was cancelled. */
  void resume() {
    live.resume();
  }

  /** Why nothing can be shown at the present settings; empty if it can. */
  ReadOnlyStringProperty problemProperty() {
    return live.problemProperty();
  }

  /** What is run and recorded; null before the first record. */
  ReadOnlyObjectProperty<@Nullable Records> recordsProperty() {
    return records.getReadOnlyProperty();
  }

  /** Returns over updates. */
  ReadOnlyObjectProperty<ChartModel> chartProperty() {
    return chart.getReadOnlyProperty();
  }

  /** What computes the plot that is shown; empty while there is none. */
  Optional<PanelPlan> plan() {
    return Optional.ofNullable(records.get())
        .map(
            now ->
                new ReturnsPanel(
                    "",
                    new LolaStudy("window", "Repeated game", "", now.conditions()),
                    IpdSettings.of(state.get()).singles()));
  }

  private void follow() {
    live.askIfAny(() -> Optional.of(wanted()).filter(wanted -> !wanted.isEmpty()));
  }

  private List<LolaCondition> wanted() {
    List<LolaCondition> all = source.apply(state.get());
    return stored
        .map(study -> IpdConditions.answered(all, study))
        .filter(answered -> !answered.isEmpty())
        .orElse(all);
  }

  private void receive(LiveView.@Nullable Answer<List<LolaCondition>, List<LolaSnapshot>> now) {
    if (now != null) {
      records.set(new Records(now.question(), now.snapshot(), now.work(), now.standing()));
      draw();
    }
  }

  private void draw() {
    Records now = records.get();
    if (now != null) {
      chart.set(
          IpdCharts.returns(
                  now.conditions(),
                  now.snapshots(),
                  IpdSettings.of(state.get()).singles(),
                  OptionalInt.empty(),
                  now.progress())
              .withStanding(now.standing()));
    }
  }
}
