package gmrl.experiment.example;

import gmrl.experiment.Ranges;

/**
 * How large the numbers of an example may be: no product of two of them is longer than an array of
 * Java. What memory cannot hold is said where it is asked for.
 */
final class Limits {
  private static final int UPDATES = 1_000_000;
  private static final int POINTS = 100_000;
  private static final int OTHERS = 10_000;

  private Limits() {}

  /** Outer updates. */
  static void updates(String name, int updates) {
    Ranges.range(name, updates, 1, UPDATES);
  }

  /** Points of one data set. */
  static void points(String name, int points) {
    Ranges.range(name, points, 1, POINTS);
  }

  /** Features, widths, inner steps, tasks of an update. */
  static void count(String name, int count) {
    Ranges.range(name, count, 1, OTHERS);
  }

  /** The same of something that may be left out. */
  static void countOrNone(String name, int count) {
    Ranges.range(name, count, 0, OTHERS);
  }
}
