package gmrl.experiment;

import java.util.Locale;

/**
 * What a document says about a run beside its numbers.
 *
 * @param complete whether the whole budget was spent
 * @param seconds wall-clock time, 0 or more
 * @param every a series over updates shows every so many of them, and the last; 1 or more
 */
public record RunFacts(boolean complete, double seconds, int every) {

  /** Checks the ranges. */
  public RunFacts {
    if (!(seconds >= 0) || every < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a run of %s seconds shown every %d updates, expected 0 or more and 1 or more",
              seconds,
              every));
    }
  }
}
