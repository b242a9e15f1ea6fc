package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveExperiment;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.ipd.LolaComparison;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.ipd.LolaSnapshot;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that follow the window's state: runs them side by side, keeps the newest records.
 *
 * <p>The dashboard's panel shows its chart; the workspace draws more of the same records.
 */
final class IpdPanelViewModel {
  /** What is run and what it has recorded so far. */
  record Records(List<LolaCondition> conditions, List<LolaSnapshot> snapshots, double progress) {
    /** The update that every condition has reached, or its own last if that is earlier. */
    int reached(int condition) {
      return snapshots.get(condition).updates();
    }

    /** The newest update of any condition. */
    int newest() {
      return snapshots.stream().mapToInt(LolaSnapshot::updates).max().orElse(0);
    }
  }

  private final Laboratory lab;
  private final StateModel<LabState> state;
  private final Function<LabState, List<LolaCondition>> source;
  private final BooleanSupplier single;
  private final LiveExperiment<List<LolaSnapshot>> live;
  private final ReadOnlyObjectWrapper<@Nullable Records> records = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ChartModel> chart =
      new ReadOnlyObjectWrapper<>(IpdCharts.emptyReturns());
  private List<LolaCondition> asked = List.of();
  private boolean started;

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
    this.lab = lab;
    this.state = state;
    this.source = source;
    this.single = single;
    live = new LiveExperiment<>(lab, title);
    live.stateProperty().addListener((o, old, now) -> receive(now));
    state.stateProperty().addListener((o, old, now) -> follow());
  }

  /** Begins to follow the state. */
  void start() {
    started = true;
    follow();
  }

  /** Runs everything again from the start. */
  void restart() {
    if (started && !asked.isEmpty()) {
      request();
    }
  }

  /** What is run and recorded; null before the first record. */
  ReadOnlyObjectProperty<@Nullable Records> recordsProperty() {
    return records.getReadOnlyProperty();
  }

  /** Returns over updates. */
  ReadOnlyObjectProperty<ChartModel> chartProperty() {
    return chart.getReadOnlyProperty();
  }

  private void follow() {
    if (!started) {
      return;
    }
    List<LolaCondition> wanted;
    try {
      wanted = source.apply(state.get());
    } catch (IllegalArgumentException e) {
      lab.failures().accept("Repeated games cannot be shown: " + e.getMessage());
      return;
    }
    if (!wanted.equals(asked)) {
      asked = wanted;
      if (wanted.isEmpty()) {
        live.cancel();
      } else {
        request();
      }
    } else {
      draw();
    }
  }

  private void request() {
    live.requestWhenQuiet(
        new LolaComparison(asked.stream().map(LolaCondition::spec).toList(), single));
  }

  private void receive(LiveExperiment.@Nullable State<List<LolaSnapshot>> now) {
    if (now == null || asked.isEmpty() || !matches(now.snapshot())) {
      return;
    }
    records.set(new Records(asked, now.snapshot(), now.progress()));
    draw();
  }

  /** Whether a snapshot belongs to what was asked last; an older one may still arrive. */
  private boolean matches(List<LolaSnapshot> snapshots) {
    if (snapshots.size() != asked.size()) {
      return false;
    }
    for (int i = 0; i < snapshots.size(); i++) {
      if (!snapshots.get(i).config().equals(asked.get(i).spec().config())) {
        return false;
      }
    }
    return true;
  }

  private void draw() {
    Records now = records.get();
    if (now != null && now.conditions().equals(asked)) {
      chart.set(
          IpdCharts.returns(
              now.conditions(),
              now.snapshots(),
              IpdChoice.of(state.get()).singles(),
              -1,
              now.progress()));
    }
  }
}
