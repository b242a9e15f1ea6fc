package gmrl.app.live;

import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import java.util.ArrayList;
import java.util.List;

/** A laboratory in which everything is computed before the call returns. */
public final class SynchronousLab {
  /** What was said to have gone wrong. */
  public final List<String> failures = new ArrayList<>();

  /** Its task list. */
  public final Tasks tasks = new Tasks();

  /** What view-models run in. */
  public final Laboratory lab =
      new Laboratory(
          ExperimentRunner.synchronous(new Workers(1)),
          Runnable::run,
          new Gate(),
          tasks,
          failures::add);
}
