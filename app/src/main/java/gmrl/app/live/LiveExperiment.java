package gmrl.app.live;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that follows the controls: the newest request wins, and its snapshots arrive on the
 * interface thread.
 *
 * <p>A run that has shown something is cancelled at once when a newer request comes. A run that has
 * not is allowed its first snapshot, so that a steady drag shows a steady stream of points instead
 * of starving; only the newest of the requests that came meanwhile is then started.
 *
 * <p>Belongs to the interface thread.
 *
 * @param <T> the experiment's snapshot
 */
final class LiveExperiment<T> {

  private static final Duration QUIET = Duration.ofMillis(120);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  /**
   * What is known now.
   *
   * @param snapshot the experiment's snapshot
   * @param work how much of it is in the snapshot
   * @param standing what it is worth
   */
  public record State<T>(T snapshot, Work work, Standing standing) {
    private State<T> as(Standing other) {
      return new State<>(snapshot, work, other);
    }
  }

  private record Update<T>(long id, ExperimentEvent<T> event) {}

  private final Laboratory lab;
  private final String title;
  private final LatestSlot<Update<T>> slot;

  /** Holds the present run while nobody looks. */
  private final Gate rest = new Gate();

  private final ReadOnlyObjectWrapper<@Nullable State<T>> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private @Nullable Experiment<T> pending;
  private @Nullable Experiment<T> waiting;

  /** When the oldest request that still waits was made. */
  private long waitingSince;

  private @Nullable CancellationToken token;
  private Tasks.@Nullable Task task;

  private final ChangeListener<Boolean> pauses = (o, was, is) -> sayWhetherHeld();

  /** Written by the interface thread, read by workers. */
  private final AtomicLong id = new AtomicLong();

  private boolean shown;

  /** Of the present run, as it last reported. */
  private Work work = Work.UNKNOWN;

  /** A live experiment that has not been asked for anything yet. */
  public LiveExperiment(Laboratory lab, String title) {
    this.lab = lab;
    this.title = title;
    slot = new LatestSlot<>(lab.ui(), this::receive);
    // No longer than somebody looks: the laboratory is there as long as the window is.
    lab.tasks().pausedProperty().addListener(new WeakChangeListener<>(pauses));
  }

  /** The newest state; null before the first. */
  public ReadOnlyObjectProperty<@Nullable State<T>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why the last run could not go on; empty unless it failed. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Asks for an experiment in place of the present one. */
  public void request(Experiment<T> experiment) {
    spoil();
    if (token != null && !shown) {
      pending = experiment;
    } else {
      start(experiment);
    }
  }

  /**
   * Asks for an experiment that may wait until the controls rest: while requests keep coming, the
   * processors belong to those who cannot wait. At least every half second one is let through.
   */
  public void requestWhenQuiet(Experiment<T> experiment) {
    stop();
    spoil();
    pending = null;
    long now = System.nanoTime();
    if (waiting == null) {
      waitingSince = now;
    }
    waiting = experiment;
    if (now - waitingSince > LONGEST_WAIT.toNanos()) {
      startWaiting(experiment);
    } else {
      lab.later().run(QUIET, () -> startWaiting(experiment));
    }
  }

  /** Starts an experiment if no newer one has come meanwhile. */
  private void startWaiting(Experiment<T> experiment) {
    if (waiting == experiment) {
      start(experiment);
    }
  }

  /** Stops what is running; the last state stays and says that it was stopped. */
  public void cancel() {
    pending = null;
    waiting = null;
    stop();
    State<T> last = state.get();
    if (last != null && last.standing().isUnderWay()) {
      state.set(last.as(Standing.CANCELLED));
    }
  }

  /** Lets what is running wait behind its next snapshot. */
  void hold() {
    if (token != null && task != null) {
      rest.close();
      task.setWaiting(true);
      sayWhetherHeld();
    }
  }

  /** Whether what is running is held by means of its own. */
  void setHeld(boolean now) {
    if (task != null) {
      task.setHeld(now);
      sayWhetherHeld();
    }
  }

  private void sayWhetherHeld() {
    State<T> last = state.get();
    if (last != null && last.standing().isUnderWay() && last.standing() != underWay()) {
      state.set(last.as(underWay()));
    }
  }

  private Standing underWay() {
    Tasks.Task listed = task;
    return listed != null && listed.state() == Tasks.State.PAUSED
        ? Standing.PAUSED
        : Standing.REFINING;
  }

  /** Lets what waits go on. */
  void goOn() {
    rest.open();
    if (task != null) {
      task.setWaiting(false);
      sayWhetherHeld();
    }
  }

  /** What is on screen no longer answers what is asked. */
  private void spoil() {
    State<T> last = state.get();
    if (last != null && last.standing() != Standing.STALE) {
      state.set(last.as(Standing.STALE));
    }
  }

  /** Whether a run is going on. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether something was asked for that has not begun yet. */
  boolean isWaiting() {
    return waiting != null || pending != null;
  }

  /** Whether a run is going on. */
  public boolean isRunning() {
    return token != null;
  }

  /** What stops the present run; null where none goes on. */
  private void run(@Nullable CancellationToken stops) {
    token = stops;
    running.set(stops != null);
  }

  private void stop() {
    id.incrementAndGet();
    CancellationToken present = token;
    run(null);
    if (present != null) {
      present.cancel();
      lab.gate().nudge();
      rest.open();
    }
    Tasks.Task listed = task;
    task = null;
    if (listed != null) {
      listed.finished();
    }
  }

  private void start(Experiment<T> experiment) {
    stop();
    pending = null;
    waiting = null;
    shown = false;
    failure.set("");
    work = Work.UNKNOWN;
    long mine = id.get();
    CancellationToken fresh = new CancellationToken();
    run(fresh);
    // What tells nothing before all is there has no share to show.
    long total = experiment.total();
    Work begun = total > 1 ? new Work(0, total) : Work.UNKNOWN;
    task = lab.tasks().add(title, begun, experiment.units(), this::cancel);
    Gate.Visitor everybody = lab.gate().visitor();
    Gate.Visitor own = rest.visitor();
    lab.runner()
        .start(
            experiment,
            fresh,
            event -> {
              hear(mine, event);
              // The last snapshot holds all there is: a pause on it would hold nothing but its end.
              if (mine == id.get()
                  && event instanceof ExperimentEvent.Progress<T> p
                  && !p.work().isWhole()) {
                everybody.pass(fresh::isCancelled);
                own.pass(fresh::isCancelled);
              }
            });
  }

  private void hear(long mine, ExperimentEvent<T> event) {
    if (mine == id.get() && !(event instanceof ExperimentEvent.Started)) {
      slot.publish(new Update<>(mine, event));
    }
  }

  private void receive(Update<T> update) {
    if (update.id() != id.get()) {
      return;
    }
    shown = true;
    ExperimentEvent<T> event = update.event();
    Tasks.Task listed = task;
    if (event instanceof ExperimentEvent.Progress<T> p) {
      work = p.work();
      state.set(new State<>(p.snapshot(), p.work(), underWay()));
      if (listed != null) {
        listed.progress(p.work());
      }
    } else {
      end(event, listed);
    }
    Experiment<T> next = pending;
    if (next != null) {
      start(next);
    }
  }

  private void end(ExperimentEvent<T> event, Tasks.@Nullable Task listed) {
    run(null);
    task = null;
    if (listed != null) {
      if (event instanceof ExperimentEvent.Completed) {
        listed.progress(listed.workProperty().get().finished());
      }
      listed.finished();
    }
    if (event instanceof ExperimentEvent.Completed<T> c) {
      state.set(new State<>(c.result(), work.finished(), Standing.FRESH));
    } else if (event instanceof ExperimentEvent.Cancelled<T> c) {
      keep(c.last(), Standing.CANCELLED);
    } else if (event instanceof ExperimentEvent.Failed<T> f) {
      keep(f.last(), Standing.FAILED);
      failure.set(f.message());
      lab.failures().stopped(title, f.message());
    }
  }

  private void keep(Optional<T> last, Standing standing) {
    last.ifPresent(snapshot -> state.set(new State<>(snapshot, work, standing)));
  }
}
