package gmrl.cli;

import gmrl.experiment.Family;

/** A command written for one family, which asks for more than its specification's keys. */
interface OfFamily {
  /** Whose experiments it runs. */
  Family<?, ?> family();
}
