package gmrl.app.chart;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** What part of the plane a chart shows: the one that fits its numbers, locked axes, or a zoom. */
final class ChartView {
  final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(this, "locked");

  /** What locking and unlocking does. */
  @Nullable Consumer<Optional<AxisLock>> onLock;

  private ChartFrame frame;
  private @Nullable ChartFrame zoom;
  private @Nullable AxisLock lock;

  ChartView(ChartModel model) {
    frame = Limits.of(model);
  }

  ChartFrame visible() {
    return zoom == null ? frame : zoom;
  }

  boolean isZoomed() {
    return zoom != null;
  }

  void zoom(@Nullable ChartFrame next) {
    zoom = next;
  }

  /** Asks for the axes of a model to stand as they are, or to follow the numbers again. */
  void toggleLock(ChartModel model) {
    Consumer<Optional<AxisLock>> action = onLock;
    if (action != null) {
      action.accept(locked.get() ? Optional.empty() : Optional.of(AxisLock.of(model, visible())));
    }
  }

  /** Locks the axes, or lets them go; false if they stand so already. */
  boolean lock(Optional<AxisLock> axes, ChartModel model) {
    if (axes.equals(Optional.ofNullable(lock))) {
      return false;
    }
    lock = axes.orElse(null);
    zoom = null;
    frame = Limits.of(model);
    follow(model, model);
    return true;
  }

  /** The next model takes the place of the present one. */
  void follow(ChartModel present, ChartModel next) {
    ChartFrame fitting = Limits.of(next);
    boolean sameAxes = next.x().equals(present.x()) && next.y().equals(present.y());
    AxisLock still = lock != null && lock.holds(next) ? lock : null;
    locked.set(still != null);
    ChartFrame moving = sameAxes && next.progress() < 1 ? frame.steady(fitting) : fitting;
    frame = still == null ? moving : still.on(fitting);
    zoom = zoom != null && sameAxes ? zoom.onScalesOf(frame) : null;
  }
}
