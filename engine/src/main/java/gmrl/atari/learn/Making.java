package gmrl.atari.learn;

import java.time.Instant;
import java.util.List;

/**
 * How a run was made.
 *
 * @param version of the program; empty if nobody wrote it down
 * @param begun when
 * @param seconds how long it took, on a machine that did other things too; NaN if nobody wrote it
 *     down
 * @param processorSeconds processor time; NaN if nobody wrote it down
 * @param resumedAt steps that were made each time it was interrupted and went on
 * @param timedFrom steps that both times leave out, since nobody wrote down how long they took
 */
public record Making(
    String version,
    Instant begun,
    double seconds,
    double processorSeconds,
    List<Long> resumedAt,
    long timedFrom) {

  /** Freezes the list. */
  public Making {
    resumedAt = List.copyOf(resumedAt);
    if (timedFrom < 0) {
      throw new IllegalArgumentException(
          "steps that are not timed are " + timedFrom + ", expected 0 or more");
    }
  }

  /** Made in one go. */
  public static Making of(String version, Instant begun, double seconds, double processorSeconds) {
    return new Making(version, begun, seconds, processorSeconds, List.of(), 0);
  }
}
