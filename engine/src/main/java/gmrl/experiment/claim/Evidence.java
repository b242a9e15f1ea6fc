package gmrl.experiment.claim;

import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KnownTable;
import gmrl.experiment.compare.RunTable;

/** What a claim is held against: an experiment, or numbers that are there already. */
public sealed interface Evidence {

  /** What findings and figures call it. */
  String name();

  /** The same from another seed. */
  Evidence withSeed(long seed);

  /** The same on the claim's small budget. */
  Evidence quick();

  /**
   * An experiment that is run.
   *
   * @param name what findings call it
   * @param family whose it is
   * @param spec what is run
   * @param small what is run on a small budget
   */
  record Computed<S, R>(String name, Family<S, R> family, S spec, S small) implements Evidence {
    @Override
    public Evidence withSeed(long seed) {
      return new Computed<>(
          name, family, family.withSeed(spec, seed), family.withSeed(small, seed));
    }

    @Override
    public Evidence quick() {
      return new Computed<>(name, family, small, small);
    }

    Experiment<R> experiment() {
      return family.experiment(spec);
    }

    RunTable table(R result) {
      return RunTable.of(family.reading(), family.csv(spec, result, 1));
    }
  }

  /**
   * Numbers that were recorded, or that are known exactly: neither seed nor budget changes them.
   *
   * @param name what findings call them
   * @param family who knows them
   * @param table what the family calls them
   */
  record Known(String name, Family<?, ?> family, String table) implements Evidence {
    @Override
    public Evidence withSeed(long seed) {
      return this;
    }

    @Override
    public Evidence quick() {
      return this;
    }

    RunTable read() {
      KnownTable known = family.known(table);
      return RunTable.of(known.reading(), known.table());
    }
  }
}
