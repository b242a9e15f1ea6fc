package gmrl.experiment.sweep;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who distributes the points of a sweep: the threads of this machine, or a cluster. Clusters are
 * found by {@link java.util.ServiceLoader}.
 */
public interface SweepMaster {

  /** Whether it understands a master's address such as {@code spark://host:7077}. */
  boolean serves(String address);

  /**
   * Runs points and hands them over as they are done, in any order, each at least once.
   *
   * @param address of the master
   * @param plan what is swept
   * @param points which of its points
   * @param workers threads of this machine
   * @param token stops it
   * @param done takes finished points; called by one thread at a time
   * @throws java.util.concurrent.CancellationException if the token was cancelled
   */
  void run(
      String address,
      SweepPlan plan,
      int[] points,
      Workers workers,
      CancellationToken token,
      Consumer<List<SweepOutcome>> done);
}
