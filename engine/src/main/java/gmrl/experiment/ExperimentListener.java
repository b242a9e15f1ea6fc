package gmrl.experiment;

/**
 * Hears the events of one run, one at a time and in order, on the thread that runs the experiment.
 *
 * <p>A listener that must live on another thread hands the event over and returns at once.
 *
 * @param <T> the experiment's snapshot
 */
@FunctionalInterface
public interface ExperimentListener<T> {

  /** Called once for each event. */
  void on(ExperimentEvent<T> event);
}
