package gmrl.app.shelf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.state.LabState;
import gmrl.experiment.Family;
import gmrl.experiment.RunFacts;
import java.util.function.Supplier;

/**
 * A result that may be kept.
 *
 * @param kind its family
 * @param config what determines its numbers
 * @param state what stood in the window
 * @param csv makes its table; called by a worker
 * @param document makes the whole result; called by a worker
 */
record Offer(
    String kind,
    ObjectNode config,
    LabState state,
    Supplier<String> csv,
    Supplier<ObjectNode> document) {

  /**
   * A result.
   *
   * @param every a series over updates keeps every so many of them, and the last
   */
  static <S, R> Offer of(Family<S, R> family, S spec, R result, int every, LabState state) {
    return new Offer(
        family.id(),
        family.write(spec),
        state,
        () -> family.csv(spec, result, every).text(),
        () -> family.json(spec, result, new RunFacts(true, Double.NaN, every)));
  }
}
