package gmrl.experiment.bias;

import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;

/**
 * What determines a cell's numbers.
 *
 * @param setup the estimate, with one name for what is the same arithmetic
 * @param mdp index of the MDP
 * @param seed of everything random
 * @param trials the whole budget
 * @param route how the bias is obtained
 */
record CellKey(TabularSetup setup, int mdp, long seed, int trials, RouteChoice route) {

  /** What determines the exact solution of a cell. */
  CellKey exact() {
    return new CellKey(setup.withoutSampling(), mdp, seed, 0, RouteChoice.AUTO);
  }

  /** What determines its known means: everything but the sample sizes. */
  CellKey means() {
    return new CellKey(setup.withSamples(1), mdp, seed, 0, RouteChoice.AUTO);
  }

  /**
   * Of what differs between the cells of a study. A study looks up thousands; a hash of everything
   * that is in a setup would cost it more than anything else before its first number.
   */
  @Override
  public int hashCode() {
    int hash = 31 * mdp + Long.hashCode(seed);
    hash = 31 * hash + trials;
    hash = 31 * hash + route.hashCode();
    hash = 31 * hash + setup.steps();
    hash = 31 * hash + Double.hashCode(setup.alpha());
    hash = 31 * hash + Double.hashCode(setup.hessianError().coefficient());
    hash = 31 * hash + hash(setup.inner());
    hash = 31 * hash + hash(setup.hessian());
    return 31 * hash + hash(setup.outer());
  }

  private static int hash(SlotSpec slot) {
    return slot instanceof SlotSpec.Sampled sampled
        ? 31 * sampled.estimator().hashCode() + sampled.samples()
        : 0;
  }
}
