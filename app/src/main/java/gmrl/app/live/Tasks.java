package gmrl.app.live;

import gmrl.experiment.Counted;
import gmrl.experiment.Work;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final ObservableList<Task> running = FXCollections.observableArrayList();
  private final ObservableList<Task> readOnly = FXCollections.unmodifiableObservableList(running);

  /** Of what runs together, what is done by now, by title: a sum does not shrink on the way. */
  private final Map<String, Task> done = new LinkedHashMap<>();

  private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(Work.UNKNOWN);
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper stepsPerSecond = new ReadOnlyDoubleWrapper();

  /** The running tasks in the order they were started. */
  public ObservableList<Task> running() {
    return readOnly;
  }

  /** How far all listed tasks are together. */
  public ReadOnlyObjectProperty<Work> workProperty() {
    return work.getReadOnlyProperty();
  }

  /**
   * The same in words: how many of each kind of thing that the tasks count, and what the last ones
   * had counted when they were done; where nothing has a name the share of what runs; empty where
   * there is nothing to count.
   */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How many of the listed tasks wait until somebody looks at them. */
  public int waiting() {
    return (int) running.stream().filter(task -> task.waiting).count();
  }

  /** Whether nothing runs: there is no task, or each waits until somebody looks at it. */
  public boolean areResting() {
    return waiting() == running.size();
  }

  /** How many tasks run, and how many wait; something that waits is not called idle. */
  public String standing() {
    int wait = waiting();
    int run = running.size() - wait;
    if (running.isEmpty()) {
      return "idle";
    }
    String verb = wait == 1 ? " waits" : " wait";
    if (run == 0) {
      return Counted.of(wait, "task")
          + verb
          + " for "
          + (wait == 1 ? "its page" : "their pages")
          + " ▸";
    }
    return Counted.of(run, "task") + " running" + (wait == 0 ? "" : ", " + wait + verb) + " ▸";
  }

  /** Environment steps a second of what runs, as last reported; 0 where nobody has. */
  public ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return stepsPerSecond.getReadOnlyProperty();
  }

  /** Reports a measured speed; of what is over nobody need know. */
  public void reportSpeed(double environmentStepsPerSecond) {
    boolean measured = Double.isFinite(environmentStepsPerSecond) && environmentStepsPerSecond > 0;
    if (measured && !running.isEmpty()) {
      stepsPerSecond.set(environmentStepsPerSecond);
    }
  }

  /**
   * Lists a task.
   *
   * @param title what a person calls it
   * @param units what its work counts, in the plural; empty where that has no name
   * @param cancel stops it
   */
  public Task add(String title, String units, Runnable cancel) {
    return add(title, Work.UNKNOWN, units, cancel);
  }

  /**
   * Lists a task.
   *
   * @param title what a person calls it
   * @param begun how much there is to do, if that is known
   * @param units what its work counts, in the plural; empty where that has no name
   * @param cancel stops it
   */
  Task add(String title, Work begun, String units, Runnable cancel) {
    Task task = new Task(title, begun, units, cancel);
    if (running.isEmpty()) {
      done.clear();
    }
    done.remove(title);
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
    counted().map(task -> task.work.get()).reduce(Work::and).ifPresent(work::set);
  }

  /** What runs, and what ran beside it and is done. */
  private Stream<Task> counted() {
    return Stream.concat(done.values().stream(), running.stream().filter(task -> !task.waiting));
  }

  /** What does not run has no speed. */
  private void rest() {
    if (areResting()) {
      stepsPerSecond.set(0);
    }
  }

  private String words() {
    Map<String, Work> kinds = new LinkedHashMap<>();
    counted().forEach(task -> kinds.merge(task.units, task.work.get(), Work::and));
    kinds.values().removeIf(counted -> counted.total() < 2);
    Work nameless = kinds.remove("");
    if (kinds.isEmpty()) {
      return nameless == null ? "" : Math.round(100 * nameless.share()) + " %";
    }
    return kinds.entrySet().stream()
        .map(kind -> counts(kind.getValue()) + " " + kind.getKey())
        .collect(Collectors.joining(" · "));
  }

  private static String counts(Work work) {
    return grouped(work.done()) + " / " + grouped(work.total());
  }

  private static String grouped(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', '\u202f');
  }

  /** One running task. */
  public final class Task {
    private final String title;
    private final String units;
    private final Runnable cancel;
    private final ReadOnlyObjectWrapper<Work> work;
    private boolean waiting;

    private Task(String title, Work begun, String units, Runnable cancel) {
      this.title = title;
      work = new ReadOnlyObjectWrapper<>(begun);
      this.units = units;
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

    /** Whether it waits until somebody looks at what it is for. */
    public boolean isWaiting() {
      return waiting;
    }

    /** Lets it wait, or go on. */
    void setWaiting(boolean now) {
      if (waiting != now && running.contains(this)) {
        waiting = now;
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
      if (!running.isEmpty() && whole) {
        done.put(title, this);
      }
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
