package gmrl.experiment.bias;

import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.meta.Route;

/**
 * The sharpest way to the bias of one setup that provably has the mean of its trials.
 *
 * <p>Differentiation through the inner loop is linear in the outer batch and in each Hessian batch,
 * and all batches are independent. So, given the inner path, each may be replaced by its mean; an
 * exact inner slot leaves nothing to sample. The correction for inner noise needs a fresh batch at
 * each step: the gradient of reused batches is not centred given the path. The other methods are
 * not linear in their batches, or use one twice, and are sampled.
 *
 * @param route the best there is
 * @param conditions whether the mean along a path differs from the trial itself
 * @param leastGain factor by which the squared error must fall to pay for the correction
 * @param opening trials before the correction for inner noise is prepared
 */
record RoutePlan(Route route, boolean conditions, double leastGain, int opening) {
  /** Fewest trials before the correction is prepared, so that first points come fast. */
  static final int OPENING = 16;

  /** Corrected trials that tell whether a correction pays. */
  private static final int TRIED = 3 * OPENING;

  /** A correction has most of the budget to pay off: it opens after this part at most. */
  private static final int LATEST = 16;

  /** Multiplications that cost as much as an environment step. */
  private static final double MULTIPLICATIONS = 20;

  /** What the correction must gain beyond its cost, since the verdict on it is noisy. */
  private static final double MARGIN = 1.25;

  /** Most entries of θ, for which the whole correction costs θ² a trial and step. */
  private static final int LARGEST = 256;

  /** Most directions in which a correction is prepared where a few are enough. */
  static final int DIRECTIONS = 48;

  /** Most that the preparation may cost, in whole budgets of trials. */
  private static final double MOST_COST = 1;

  /**
   * Plans one cell.
   *
   * @param cells S·A
   * @param solve cost of a policy's solves
   * @param trialCost cost of a trial in the same unit
   * @param trials the whole budget
   */
  static RoutePlan of(
      TabularSetup setup,
      RouteChoice choice,
      int cells,
      double solve,
      double trialCost,
      int trials) {
    if (choice == RouteChoice.SAMPLED || !isLinear(setup)) {
      return new RoutePlan(Route.SAMPLED, false, 1, OPENING);
    }
    if (isClosedForm(setup, choice)) {
      return new RoutePlan(Route.CLOSED_FORM, true, 1, OPENING);
    }
    boolean conditions =
        setup.hessian().isSampled()
            || setup.outer().isSampled()
            || setup.hessianError().noise() > 0;
    double steps = setup.steps();
    boolean directed = isDirected(setup);
    double directions = directed ? Math.min(cells, DIRECTIONS) : cells;
    double correction = steps * (solve + directions * cells / MULTIPLICATIONS);
    double preparation =
        directed
            ? 2 * directions * (2 * steps + 1) * solve
            : (2 * steps + 1) * steps * cells * solve;
    boolean controlled =
        !setup.reuse()
            && (directed || cells <= LARGEST)
            && trials >= OPENING + TRIED
            && preparation <= MOST_COST * trials * trialCost;
    // Who has spent as much on trials as the preparation costs needs many, and will not have lost
    // more than half; an MDP that hardly counts in a mean never gets there.
    double due = Math.min(preparation / trialCost, trials / (double) LATEST);
    return new RoutePlan(
        controlled ? Route.CONTROLLED : conditions ? Route.CONDITIONED : Route.SAMPLED,
        conditions,
        MARGIN * (1 + correction / trialCost),
        (int) Math.max(OPENING, due));
  }

  /** Trials after which a correction is given up that does not pay. */
  int tried() {
    return opening + TRIED;
  }

  /** Whether the bias is known without a single trial. */
  static boolean isClosedForm(TabularSetup setup, RouteChoice choice) {
    return choice != RouteChoice.SAMPLED
        && isLinear(setup)
        && (!setup.inner().isSampled() || setup.steps() == 0);
  }

  /** Whether the estimate is a derivative along its path, since nothing but the path is noisy. */
  static boolean isDirected(TabularSetup setup) {
    return !setup.hessian().isSampled()
        && !setup.outer().isSampled()
        && setup.hessianError().isNone()
        && !(setup.method() instanceof MethodSpec.Truncated);
  }

  private static boolean isLinear(TabularSetup setup) {
    return setup.method() instanceof MethodSpec.Unrolled
        || setup.method() instanceof MethodSpec.Truncated
        || setup.method() instanceof MethodSpec.Mixture;
  }

  /** Whether trials are accompanied by their mean along the path. */
  boolean followsPath() {
    return route == Route.CONTROLLED || route == Route.CONDITIONED;
  }
}
