package gmrl.experiment.bias;

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
}
