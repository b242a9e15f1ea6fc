package gmrl.experiment.bias;

import gmrl.meta.ControlledSums;
import gmrl.meta.Interval;
import gmrl.meta.Measures;
import gmrl.meta.Route;
import gmrl.numpy.StateArrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bias of one cell by its planned route, as its trials come in their order. */
final class RoutedBias {
  private final RoutePlan plan;
  private final double[] exact;
  private final KnownMeans<?> known;

  /** Trials that are not corrected, until the correction has proved its worth. */
  private @Nullable ControlledSums plain;

  private @Nullable ControlledSums controlled;

  /** The trials of the corrected sums without their corrections, until the verdict. */
  private @Nullable ControlledSums rival;

  private boolean corrects;
  private int added;

  RoutedBias(RoutePlan plan, double[] exact, KnownMeans<?> known) {
    this.plan = plan;
    this.exact = exact;
    this.known = known;
    corrects = plan.route() == Route.CONTROLLED;
    // Where the mean along a path is the trial itself, the measures know it already.
    plain = plan.followsPath() && plan.conditions() ? new ControlledSums(exact, exact) : null;
  }

  /** Adds trial i of a block, the next in order. */
  void add(TrialBlock block, int i) {
    int trial = added++;
    ControlledSums uncorrected = plain;
    if (uncorrected != null) {
      uncorrected.add(block.means[i], new double[exact.length]);
    }
    if (corrects && trial >= plan.opening()) {
      ControlledSums tried = open(controlled, known.limit());
      ControlledSums without = open(rival, exact);
      controlled = tried;
      rival = without;
      tried.add(block.means[i], block.corrections[i]);
      if (trial < plan.tried()) {
        without.add(block.means[i], new double[exact.length]);
      }
      if (trial == plan.tried() - 1) {
        judge(tried, without);
      }
    }
  }

  private ControlledSums open(@Nullable ControlledSums sums, double[] near) {
    return sums == null ? new ControlledSums(exact, near) : sums;
  }

  /**
   * Goes on with the correction if it pays for its cost, else without it. What matters is the error
   * of bias², that is the noise along the bias; few trials tell it badly, so the whole noise has an
   * equal say.
   */
  private void judge(ControlledSums tried, ControlledSums without) {
    double along = without.standardError() / tried.standardError();
    double whole = Math.sqrt(without.variance() / tried.variance());
    corrects = along * whole >= plan.leastGain();
    if (corrects) {
      plain = null;
    } else {
      controlled = null;
    }
  }

  /** Puts the sums down, or takes them up. */
  void carry(StateArrays state) {
    added = state.count("trials", added);
    corrects = state.flag("corrects", corrects);
    plain = carry(state, "plain", plain, () -> exact);
    controlled = carry(state, "controlled", controlled, known::limit);
    rival = carry(state, "rival", added < plan.tried() ? rival : null, () -> exact);
  }

  private @Nullable ControlledSums carry(
      StateArrays state, String name, @Nullable ControlledSums sums, Supplier<double[]> near) {
    if (!state.flag(name, sums != null)) {
      return null;
    }
    ControlledSums carried = sums == null ? new ControlledSums(exact, near.get()) : sums;
    carried.carry(state.part(name));
    return carried;
  }

  /** Whether later trials need their corrections. */
  boolean corrects() {
    return corrects;
  }

  /** The measures of the trials with the bias of the route in place of theirs. */
  Measures apply(Measures sampled) {
    if (sampled.nonFiniteTrials() > 0) {
      return sampled; // the trials that survive have a mean of their own
    }
    if (plan.route() == Route.CLOSED_FORM) {
      double bias = known.limitBiasSquared();
      return Double.isFinite(bias)
          ? sampled.withBias(new Interval(bias, bias, bias), 0, norm(), Route.CLOSED_FORM)
          : sampled;
    }
    ControlledSums corrected = controlled;
    if (corrected != null && corrected.trials() >= RoutePlan.OPENING) {
      return told(sampled, corrected, Route.CONTROLLED);
    }
    ControlledSums uncorrected = plain;
    return uncorrected == null ? sampled : told(sampled, uncorrected, Route.CONDITIONED);
  }

  private Measures told(Measures sampled, ControlledSums sums, Route route) {
    return sums.isComplete()
        ? sampled.withBias(sums.biasSquared(), sums.standardError(), norm(), route)
        : sampled;
  }

  private double norm() {
    double sum = 0;
    for (double x : exact) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
