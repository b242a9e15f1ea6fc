package gmrl.experiment;

/**
 * An experiment that goes on where it was cut short, to the same numbers.
 *
 * @param <T> immutable snapshot; the result is the last one
 */
public interface ResumableExperiment<T> extends Experiment<T> {
  @Override
  default T run(Workers workers, CancellationToken token, Snapshots<T> snapshots) {
    return run(workers, token, Keeper.NONE, snapshots);
  }

  @Override
  T run(Workers workers, CancellationToken token, Keeper keeper, Snapshots<T> snapshots);
}
