package gmrl.experiment.claim;

import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KnownTable;
import gmrl.experiment.compare.RunTable;

/** What a claim is held against: an experiment, or numbers that are there already. */
public sealed interface Evidence {

  /** What findings and figures call it. */
  String name();

  /** Numbers as claims read them. */
  static RunTable read(KnownTable known) {
    return RunTable.of(known.reading(), known.table());
  }

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
      return Evidence.read(family.known(table));
    }
  }

  /**
   * A study of a family that has no specification of its own.
   *
   * @param name what findings call it
   * @param family whose it is
   * @param study what the family calls it
   * @param seed of everything random
   * @param small whether it runs on a small budget
   */
  record Study(String name, Family<?, ?> family, String study, long seed, boolean small)
      implements Evidence {
    /** Where nothing else is said. */
    static final long SEED = 42;

    @Override
    public Evidence withSeed(long other) {
      return new Study(name, family, study, other, small);
    }

    @Override
    public Evidence quick() {
      return new Study(name, family, study, seed, true);
    }

    Experiment<KnownTable> experiment() {
      return family.study(study, seed, small);
    }
  }
}
