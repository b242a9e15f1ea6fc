package gmrl.app.live;

import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;

/** A laboratory in which everything is computed before the call returns. */
public final class SynchronousLab {
  /** What was said to have gone wrong. */
  public final List<String> failures = new ArrayList<>();

  /** Its task list. */
  public final Tasks tasks = new Tasks();

  /** Titles of what was computed in it; a document that is read is none of that. */
  public final List<String> computed = new ArrayList<>();

  /** What view-models run in. */
  public final Laboratory lab =
      new Laboratory(
          ExperimentRunner.synchronous(new Workers(1)),
          Runnable::run,
          new Gate(),
          tasks,
          failures::add);

  /** Nothing has been computed yet. */
  public SynchronousLab() {
    tasks
        .running()
        .addListener(
            (ListChangeListener<Tasks.Task>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().stream()
                        .map(Tasks.Task::title)
                        .filter(title -> !title.startsWith("Reading "))
                        .forEach(computed::add);
                  }
                });
  }
}
