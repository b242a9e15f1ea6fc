package gmrl.experiment.training;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gmrl.LibraryApi;
import gmrl.experiment.Ranges;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.function.UnaryOperator;

/**
 * Meta-training on every MDP of a setup: one learner with the exact meta-gradient and several with
 * the estimated one.
 *
 * @param setup the estimate; differentiated through all or the last inner steps
 * @param updates outer steps of gradient ascent on φ
 * @param learningRate η, the outer step size, above 0
 * @param runs independent learners with the estimate, per MDP
 * @param seed of everything random
 */
public record TrainingSpec(
    @JsonUnwrapped TabularSetup setup, int updates, double learningRate, int runs, long seed) {
  /** Most outer steps. */
  public static final int MOST_UPDATES = 100_000;

  /** Most learners per MDP. */
  public static final int MOST_RUNS = 10_000;

  /** Checks the ranges. */
  public TrainingSpec {
    Ranges.range("updates", updates, 1, MOST_UPDATES);
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learningRate is " + learningRate + ", expected a value above 0");
    }
    Ranges.range("runs", runs, 1, MOST_RUNS);
    if (!(setup.method() instanceof MethodSpec.Unrolled
        || setup.method() instanceof MethodSpec.Truncated)) {
      throw new IllegalArgumentException(
          "method is %s, expected unrolled or truncated for meta-training"
              .formatted(setup.method()));
    }
  }

  /** The paper's setup trained for 50 updates of size 0.1, eight learners per MDP, seed 42. */
  public static TrainingSpec paper() {
    return new TrainingSpec(TabularSetup.paper(), 50, 0.1, 8, 42);
  }

  /** The same with a changed setup. */
  @LibraryApi
  public TrainingSpec withSetup(UnaryOperator<TabularSetup> change) {
    return new TrainingSpec(change.apply(setup), updates, learningRate, runs, seed);
  }

  /** Updates of all learners together. */
  public long totalUpdates() {
    return (long) updates * setup.mdps().count() * (runs + 1L);
  }
}
