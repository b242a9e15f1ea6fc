package gmrl.app.shell;

import gmrl.app.chart.AxisLock;
import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.experiment.file.RecordJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which plots of the window have their axes locked.
 *
 * @param plots by the plot's stable name
 */
public record AxisLocks(Map<String, AxisLock> plots) {
  /** Where they stand in the state. */
  public static final StatePart<AxisLocks> PART =
      new StatePart<>("axes", "Locked axes", new AxisLocks(Map.of()), new RecordJson());

  /** Copies the map. */
  public AxisLocks {
    plots = Map.copyOf(plots);
  }

  static Optional<AxisLock> of(LabState state, String plot) {
    return Optional.ofNullable(PART.in(state).plots().get(plot));
  }

  /** A state in which a plot's axes are locked, or follow its numbers. */
  static LabState with(LabState state, String plot, Optional<AxisLock> lock) {
    Map<String, AxisLock> plots = new TreeMap<>(PART.in(state).plots());
    plots.remove(plot);
    lock.ifPresent(axes -> plots.put(plot, axes));
    return state.with(PART, new AxisLocks(plots));
  }
}
