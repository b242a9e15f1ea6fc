package gmrl.app.live;

import gmrl.experiment.Counted;
import gmrl.experiment.Work;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is running now, for the status bar. Belongs to the interface thread. */
public final class Tasks {
  /** What a task is about. */
  public enum State {
    /** It computes. */
    RUNNING,
    /** Somebody holds it: with the pause of the laboratory, or with its own. */
    PAUSED,
    /** It waits until somebody looks at what it is for. */
    WAITING
  }

  private final ObservableList<Task> running = FXCollections.observableArrayList();
  private final ObservableList<Task> readOnly = FXCollections.unmodifiableObservableList(running);

  /** What is done by now, by title, of what runs together: a sum does not shrink on the way. */
  private final Map<String, Done> done = new LinkedHashMap<>();

  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper stepsPerSecond = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();

  /** What is done, as long as anything runs that ran beside it. */
  private record Done(Task task, Set<Task> beside) {}

  /** The running tasks in the order they were started; told anew when one of them is held. */
  public ObservableList<Task> running() {
    return readOnly;
  }

  /**
   * How far what is under way is, 0 to 1, each kind of thing that is counted for as much as
   * another; −1 while that is not known.
   */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /**
   * The same in words: how many of each kind of thing that the tasks count, and what the last ones
   * had counted when they were done; where nothing has a name the share of what runs; empty where
   * there is nothing to count.
   */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether the laboratory is paused: what would compute is held. */
  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** Hears that the laboratory was paused, or goes on. */
  public void setPaused(boolean now) {
    paused.set(now);
    running.replaceAll(task -> task);
    rest();
  }

  /** How many of the listed tasks are about this. */
  public int count(State what) {
    return (int) running.stream().filter(task -> task.state() == what).count();
  }

  /** Whether nothing runs: there is no task, or each is held or waits. */
  public boolean areResting() {
    return count(State.RUNNING) == 0;
  }

  /** How many tasks run, are held and wait; something that waits is not called idle. */
  public String standing() {
    int run = count(State.RUNNING);
    int held = count(State.PAUSED);
    int wait = count(State.WAITING);
    String verb = wait == 1 ? " waits" : " wait";
    if (run + held == 0) {
      String waiting =
          Counted.of(wait, "task") + verb + " for " + (wait == 1 ? "its page" : "their pages");
      return paused.get()
          ? "paused" + (wait == 0 ? "" : ", " + waiting) + " ▸"
          : wait == 0 ? "idle" : waiting + " ▸";
    }
    String first = Counted.of(run == 0 ? held : run, "task") + (run == 0 ? " paused" : " running");
    return first
        + (run == 0 || held == 0 ? "" : ", " + held + " paused")
        + (wait == 0 ? "" : ", " + wait + verb)
        + " ▸";
  }

  /** Environment steps a second of what runs, as last reported; 0 where nothing runs. */
  public ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return stepsPerSecond.getReadOnlyProperty();
  }

  /** Reports a measured speed; of what is over nobody need know. */
  public void reportSpeed(double environmentStepsPerSecond) {
    boolean measured = Double.isFinite(environmentStepsPerSecond) && environmentStepsPerSecond > 0;
    if (measured && !areResting()) {
      stepsPerSecond.set(environmentStepsPerSecond);
    }
  }

  /**
   * Lists a task that no pause holds.
   *
   * @param title what a person calls it
   * @param units what its work counts, in the plural; empty where that has no name
   * @param cancel stops it
   */
  public Task add(String title, String units, Runnable cancel) {
    return list(new Task(title, Work.UNKNOWN, units, false, cancel));
  }

  /**
   * Lists a task that the laboratory's pause holds.
   *
   * @param title what a person calls it
   * @param begun how much there is to do, if that is known
   * @param units what its work counts, in the plural; empty where that has no name
   * @param cancel stops it
   */
  public Task add(String title, Work begun, String units, Runnable cancel) {
    return list(new Task(title, begun, units, true, cancel));
  }

  private Task list(Task task) {
    done.remove(task.title);
    running.add(task);
    sumWork();
    return task;
  }

  /** Cancels everything that runs. */
  public void cancelAll() {
    for (Task task : running.toArray(new Task[0])) {
      task.cancel();
    }
  }

  private void sum() {
    sumWork();
    progress.set(words());
  }

  private void sumWork() {
    forget();
    kinds().values().stream()
        .mapToDouble(Work::share)
        .average()
        .ifPresentOrElse(share::set, () -> share.set(-1));
  }

  /** What is done is over with what ran beside it: it says nothing of another page. */
  private void forget() {
    done.values().removeIf(one -> one.beside.stream().noneMatch(Task::isUnderWay));
  }

  /** What is under way, and what ran beside it and is done. */
  private Stream<Task> counted() {
    return Stream.concat(
        done.values().stream().map(Done::task), running.stream().filter(Task::isUnderWay));
  }

  /** What is counted of each kind; what has no name only where nothing else is counted. */
  private Map<String, Work> kinds() {
    Map<String, Work> kinds = new LinkedHashMap<>();
    counted().forEach(task -> kinds.merge(task.units, task.work.get(), Work::and));
    kinds.values().removeIf(counted -> counted.total() < 2);
    if (kinds.size() > 1) {
      kinds.remove("");
    }
    return kinds;
  }

  /** What does not run has no speed. */
  private void rest() {
    if (areResting()) {
      stepsPerSecond.set(0);
    }
  }

  private String words() {
    return kinds().entrySet().stream()
        .map(kind -> words(kind.getKey(), kind.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private static String words(String units, Work work) {
    return units.isEmpty()
        ? Math.round(100 * work.share()) + " %"
        : Counted.grouped(work.done()) + " / " + Counted.grouped(work.total()) + " " + units;
  }

  /** One running task. */
  public final class Task {
    private final String title;
    private final String units;
    private final Runnable cancel;
    private final ReadOnlyObjectWrapper<Work> work;
    private final boolean pausable;
    private boolean waiting;
    private boolean held;

    private Task(String title, Work begun, String units, boolean pausable, Runnable cancel) {
      this.title = title;
      work = new ReadOnlyObjectWrapper<>(begun);
      this.units = units;
      this.pausable = pausable;
      this.cancel = cancel;
    }

    /** What a person calls it. */
    public String title() {
      return title;
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<Work> workProperty() {
      return work.getReadOnlyProperty();
    }

    /** What it is about. */
    public State state() {
      if (waiting) {
        return State.WAITING;
      }
      return held || (pausable && paused.get()) ? State.PAUSED : State.RUNNING;
    }

    private boolean isUnderWay() {
      return !waiting && running.contains(this);
    }

    /** Lets it wait, or go on. */
    void setWaiting(boolean now) {
      change(waiting != now, () -> waiting = now);
    }

    /** Somebody holds it alone, or lets it go on. */
    void setHeld(boolean now) {
      change(held != now, () -> held = now);
    }

    private void change(boolean other, Runnable change) {
      if (other && running.contains(this)) {
        change.run();
        // Whoever lists the tasks hears of it.
        running.set(running.indexOf(this), this);
        sum();
        rest();
      }
    }

    /** Reports progress. */
    void progress(Work now) {
      work.set(now);
      sum();
    }

    /** Takes the task off the list. */
    public void finished() {
      sum();
      running.remove(this);
      rest();
      Work last = work.get();
      boolean whole = last.done() >= last.total();
      Set<Task> beside = new HashSet<>(running);
      beside.removeIf(task -> task.waiting);
      done.values().stream()
          .filter(one -> one.beside.contains(this))
          .forEach(one -> one.beside.addAll(beside));
      if (whole) {
        done.put(title, new Done(this, beside));
      }
      forget();
      if (running.isEmpty() && (units.isEmpty() || !whole)) {
        progress.set("");
      } else if (!whole) {
        // What was stopped goes on no further, beside what waits for its page as well.
        sumWork();
        progress.set(words());
      }
    }

    /** Asks the task to stop. */
    public void cancel() {
      cancel.run();
    }
  }
}
