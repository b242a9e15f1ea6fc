package gmrl.experiment.bias;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gmrl.LibraryApi;
import gmrl.experiment.Ranges;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One bias experiment: an estimate, how often it is repeated, and perhaps a sweep.
 *
 * <p>Everything that determines the numbers is in here; the same specification gives the same
 * result on any number of threads. Two specifications with the same seed share their random numbers
 * trial by trial, so neighbouring values give curves that move smoothly.
 *
 * @param setup the estimate
 * @param trials M, trials per MDP and sweep point
 * @param seed of everything random, including generated MDPs
 * @param sweep what is varied; a single point if absent
 * @param route how the bias is obtained
 */
@RecordBuilder
public record BiasSpec(
    @JsonUnwrapped TabularSetup setup,
    int trials,
    long seed,
    Optional<Sweep> sweep,
    RouteChoice route)
    implements BiasSpecBuilder.With {
  /** Most trials per MDP and sweep point. */
  public static final int MOST_TRIALS = 10_000_000;

  /** Checks the ranges, also at every point of the sweep. */
  public BiasSpec {
    Ranges.range("trials", trials, 1, MOST_TRIALS);
    if (sweep.isPresent()) {
      Sweep s = sweep.get();
      s.values().forEach(value -> s.variable().apply(setup, value));
      if (s.variable() == SweepVariable.SAMPLES
          && !setup.inner().isSampled()
          && !setup.hessian().isSampled()
          && !setup.outer().isSampled()) {
        throw new IllegalArgumentException(
            "the sweep is over samples but every slot is exact, expected a sampled slot");
      }
    }
  }

  /** An experiment whose bias is obtained as sharply as may be. */
  public BiasSpec(TabularSetup setup, int trials, long seed, Optional<Sweep> sweep) {
    this(setup, trials, seed, sweep, RouteChoice.AUTO);
  }

  /** The paper's tabular experiment at a single point, 20 trials per MDP, seed 42. */
  public static BiasSpec paper() {
    return new BiasSpec(TabularSetup.paper(), 20, 42, Optional.empty());
  }

  /** The setups of the sweep, in order; the one setup if nothing is swept. */
  public List<TabularSetup> points() {
    return sweep
        .map(s -> s.values().stream().map(value -> s.variable().apply(setup, value)).toList())
        .orElseGet(() -> List.of(setup));
  }

  /** How many setups the sweep has, without making them. */
  public int pointCount() {
    return sweep.map(s -> s.values().size()).orElse(1);
  }

  /** Whether the bias is known without a single trial, at every point; trials tell the noise. */
  public boolean isClosedForm() {
    return points().stream().allMatch(point -> RoutePlan.isClosedForm(point, route));
  }

  /** Trials in all, over MDPs and sweep points. */
  public long totalTrials() {
    return (long) trials * setup.mdps().count() * pointCount();
  }

  /** The same with a changed setup. */
  public BiasSpec withSetup(UnaryOperator<TabularSetup> change) {
    return withSetup(change.apply(setup));
  }

  /** The same with other slots. */
  @LibraryApi
  public BiasSpec withSlots(SlotSpec inner, SlotSpec hessian, SlotSpec outer) {
    return withSetup(setup.withSlots(inner, hessian, outer));
  }

  /** The same with another sweep. */
  public BiasSpec withSweep(Sweep sweep) {
    return withSweep(Optional.of(sweep));
  }

  /** The same at its single point. */
  public BiasSpec withoutSweep() {
    return withSweep(Optional.empty());
  }
}
