package gmrl.app.shelf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.experiment.Counted;
import gmrl.experiment.Family;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Work;
import gmrl.experiment.store.RunStatus;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A result that may be kept.
 *
 * @param kind its family
 * @param config what determines its numbers
 * @param state what stood in the window
 * @param status how the computation ended
 * @param stopped what of it there is, in a few words; empty where that is all
 * @param csv makes its table; called by a worker
 * @param document makes the whole result; called by a worker
 */
record Offer(
    String kind,
    ObjectNode config,
    LabState state,
    RunStatus status,
    Optional<String> stopped,
    Supplier<String> csv,
    Supplier<ObjectNode> document) {

  /**
   * A complete result.
   *
   * @param every a series over updates keeps every so many of them, and the last
   */
  static <S, R> Offer of(Family<S, R> family, S spec, R result, int every, LabState state) {
    return of(family, spec, result, every, state, RunStatus.COMPLETED, Optional.empty());
  }

  /**
   * What there is of a result that was stopped or could not go on.
   *
   * @param standing CANCELLED or FAILED
   * @param work how much of it there is
   */
  static <S, R> Offer part(
      Family<S, R> family,
      S spec,
      R result,
      int every,
      LabState state,
      Standing standing,
      Work work) {
    RunStatus status = standing == Standing.FAILED ? RunStatus.FAILED : RunStatus.CANCELLED;
    String units = family.experiment(spec).units();
    String share =
        work.isKnown() && !units.isEmpty()
            ? Counted.grouped(work.done()) + " of " + Counted.grouped(work.total()) + " " + units
            : (int) Math.floor(100 * work.share()) + " %";
    return of(family, spec, result, every, state, status, Optional.of("stopped at " + share));
  }

  private static <S, R> Offer of(
      Family<S, R> family,
      S spec,
      R result,
      int every,
      LabState state,
      RunStatus status,
      Optional<String> stopped) {
    return new Offer(
        family.id(),
        family.write(spec),
        state,
        status,
        stopped,
        () -> family.csv(spec, result, every).text(),
        () -> family.json(spec, result, new RunFacts(stopped.isEmpty(), Double.NaN, every)));
  }

  /** Whether it is the whole of what was asked for. */
  boolean isComplete() {
    return status == RunStatus.COMPLETED;
  }

  /** What is said of one that is kept though it is a part. */
  static String keptPart(String title, String part) {
    return "“" + title + "” is kept as incomplete: " + part + ".";
  }
}
