package gmrl.walk;

import gmrl.experiment.Ranges;

/** Random walkers with a drift. */
record WalkSpec(double drift, int updates, int walkers, long seed) {
  WalkSpec {
    Ranges.finite("drift", drift);
    Ranges.range("updates", updates, 1, 1000);
    Ranges.range("walkers", walkers, 1, 100);
  }
}
