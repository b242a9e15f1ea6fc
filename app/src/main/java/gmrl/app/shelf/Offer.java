package gmrl.app.shelf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.experiment.Counted;
import gmrl.experiment.Family;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Work;
import gmrl.experiment.store.RunStatus;
import java.util.List;
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
   * @param answer cancelled or failed
   */
  static <S, R> Offer part(
      Family<S, R> family, LiveView.Answer<S, R> answer, int every, LabState state) {
    RunStatus status =
        answer.standing() == Standing.FAILED ? RunStatus.FAILED : RunStatus.CANCELLED;
    S spec = answer.question();
    Work work = answer.work();
    String units = family.experiment(spec).units();
    String share =
        work.isKnown() && !units.isEmpty()
            ? Counted.grouped(work.done()) + " of " + Counted.grouped(work.total()) + " " + units
            : (int) Math.floor(100 * work.share()) + " %";
    return of(
        family, spec, answer.snapshot(), every, state, status, Optional.of("stopped at " + share));
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

  /** Whether a run answers the same question with the same settings. */
  boolean asksAs(KeptRun run) {
    return run.kind().equals(kind) && run.config().toString().equals(config.toString());
  }

  /** Whether a run is that answer, or the whole of it. */
  boolean isIn(KeptRun run) {
    return asksAs(run) && (run.isComplete() || (!isComplete() && run.message().equals(stopped)));
  }

  /**
   * What is said before it is kept though it is a part; empty where it is whole, or kept already.
   *
   * @param kept what is kept so far
   */
  Optional<String> keptPart(String title, List<KeptRun> kept) {
    return stopped
        .filter(part -> kept.stream().noneMatch(run -> run.isNamed() && isIn(run)))
        .map(part -> "“" + title + "” is kept as incomplete: " + part + ".");
  }
}
