package gmrl.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.JsonView;
import java.util.Locale;

/**
 * What a document says about a run beside its numbers.
 *
 * @param complete whether the whole budget was spent
 * @param seconds wall-clock time, 0 or more; NaN if it is not known
 * @param every a series over updates shows every so many of them, and the last; 1 or more
 * @param by what made the numbers
 */
public record RunFacts(boolean complete, double seconds, int every, Provenance by) {
  private static final String INTERRUPTED = "interrupted";
  private static final String TIMING = "timing";
  private static final String SECONDS = "seconds";
  private static final String VERSIONS = "versions";

  /** Checks the ranges. */
  public RunFacts {
    if (seconds < 0 || every < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a run of %s seconds shown every %d updates, expected 0 or more and 1 or more",
              seconds,
              every));
    }
  }

  /** Of a run that this process has made. */
  public RunFacts(boolean complete, double seconds, int every) {
    this(complete, seconds, every, Provenance.current());
  }

  /** The same with a series shown every so many updates. */
  public RunFacts shownEvery(int updates) {
    return new RunFacts(complete, seconds, updates, by);
  }

  /** Says {@code "interrupted": true} of a result that was cut short. */
  public void mark(ObjectNode result) {
    if (!complete) {
      result.put(INTERRUPTED, true);
    }
  }

  /**
   * Ends a result: {@code "interrupted": true} for one cut short, and what made it. Time is for the
   * families to write whose results have a timing; those of the others are alike from run to run.
   */
  public void close(ObjectNode result) {
    mark(result);
    ObjectNode versions = result.putObject(VERSIONS);
    by.asMap().forEach(versions::put);
  }

  /**
   * Reads what {@link #close} wrote; a series then shows every update that the document has.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static RunFacts read(JsonView result) {
    double seconds =
        result.has(TIMING) ? result.at(TIMING).at(SECONDS).numberOrUndefined() : Double.NaN;
    if (seconds < 0) {
      throw result.at(TIMING).at(SECONDS).unexpected("0 or more");
    }
    boolean interrupted = result.has(INTERRUPTED) && result.at(INTERRUPTED).flag();
    return new RunFacts(!interrupted, seconds, 1, Provenance.read(result.at(VERSIONS).object()));
  }
}
