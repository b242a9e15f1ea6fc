package gmrl.app.live;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is running now, for the status bar. Belongs to the interface thread. */
public final class Tasks {
  private final ObservableList<Task> running = FXCollections.observableArrayList();
  private final ObservableList<Task> readOnly = FXCollections.unmodifiableObservableList(running);
  private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final ReadOnlyDoubleWrapper stepsPerSecond = new ReadOnlyDoubleWrapper();

  /** The running tasks in the order they were started. */
  public ObservableList<Task> running() {
    return readOnly;
  }

  /** Units of work done by all listed tasks. */
  public ReadOnlyLongProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** Units of work all listed tasks will do. */
  public ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** Environment steps a second of the last task that reported them. */
  public ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return stepsPerSecond.getReadOnlyProperty();
  }

  /** Reports a measured speed. */
  public void reportSpeed(double environmentStepsPerSecond) {
    if (Double.isFinite(environmentStepsPerSecond) && environmentStepsPerSecond > 0) {
      stepsPerSecond.set(environmentStepsPerSecond);
    }
  }

  /**
   * Lists a task.
   *
   * @param title what a person calls it
   * @param cancel stops it
   */
  public Task add(String title, Runnable cancel) {
    Task task = new Task(title, cancel);
    running.add(task);
    return task;
  }

  /** Cancels everything that runs. */
  public void cancelAll() {
    for (Task task : running.toArray(new Task[0])) {
      task.cancel();
    }
  }

  private void sum() {
    long d = 0;
    long t = 0;
    for (Task task : running) {
      d += task.done.get();
      t += task.total.get();
    }
    if (!running.isEmpty()) {
      done.set(d);
      total.set(t);
    }
  }

  /** One running task. */
  public final class Task {
    private final String title;
    private final Runnable cancel;
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();

    private Task(String title, Runnable cancel) {
      this.title = title;
      this.cancel = cancel;
    }

    /** What a person calls it. */
    public String title() {
      return title;
    }

    /** Units of work done. */
    public ReadOnlyLongProperty doneProperty() {
      return done.getReadOnlyProperty();
    }

    /** Units of work in all, 0 while unknown. */
    public ReadOnlyLongProperty totalProperty() {
      return total.getReadOnlyProperty();
    }

    /** Reports progress. */
    public void progress(long nowDone, long nowTotal) {
      done.set(nowDone);
      total.set(nowTotal);
      sum();
    }

    /** Takes the task off the list. */
    public void finished() {
      sum();
      running.remove(this);
    }

    /** Asks the task to stop. */
    public void cancel() {
      cancel.run();
    }
  }
}
