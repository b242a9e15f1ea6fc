package gmrl.experiment;

/**
 * A computation that publishes ever better snapshots of its result.
 *
 * <p>Everything that determines the numbers — configuration and seed — belongs to the experiment;
 * everything about how it is executed comes in here. The same experiment gives the same result
 * whatever the workers.
 *
 * @param <T> immutable snapshot; the result is the last one
 */
public interface Experiment<T> {

  /** Units of work, for the progress display; one where all is there at once. */
  default long total() {
    return 1;
  }

  /** What {@link #total} counts, in the plural; empty where it is nothing that has a name. */
  default String units() {
    return "";
  }

  /**
   * Computes the result.
   *
   * @param workers the threads to use
   * @param token polled between units of work
   * @param snapshots takes each improved snapshot
   * @return the final snapshot
   * @throws java.util.concurrent.CancellationException if the token was cancelled
   */
  T run(Workers workers, CancellationToken token, Snapshots<T> snapshots);

  /**
   * The same from where it was cut short, to the same numbers. An experiment that does not say
   * otherwise begins anew.
   *
   * @param keeper has what is done, and keeps what is
   */
  default T run(Workers workers, CancellationToken token, Keeper keeper, Snapshots<T> snapshots) {
    return run(workers, token, snapshots);
  }

  /** Takes the snapshots of a running experiment. */
  @FunctionalInterface
  interface Snapshots<T> {

    /**
     * Publishes a snapshot.
     *
     * @param done units of work it contains
     * @param snapshot immutable
     */
    void publish(long done, T snapshot);
  }
}
