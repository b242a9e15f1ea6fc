package gmrl.app.shelf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.state.LabState;
import gmrl.experiment.Family;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a family of the window knows about its runs.
 *
 * @param kind the family's identifier
 * @param title what a person calls them
 * @param pages titles of the pages that show them
 * @param settings the specification that a state describes, as the family writes it; throws an
 *     IllegalArgumentException where it describes none
 * @param adopt a state that describes a stored specification; throws an IllegalArgumentException
 *     with a sentence where the window has no controls for it
 */
public record Source(
    String kind,
    String title,
    List<String> pages,
    Function<LabState, ObjectNode> settings,
    BiFunction<JsonView, LabState, LabState> adopt) {

  /** Freezes the list. */
  public Source {
    pages = List.copyOf(pages);
  }

  /**
   * Of a family.
   *
   * @param pages titles of the pages that show its runs
   * @param spec the specification that a state describes
   * @param adopt a state that describes a specification
   */
  public static <S> Source of(
      Family<S, ?> family,
      List<String> pages,
      Function<LabState, S> spec,
      BiFunction<S, LabState, LabState> adopt) {
    return new Source(
        family.id(),
        family.title(),
        pages,
        state -> family.write(spec.apply(state)),
        (json, state) -> adopt.apply(family.read(json), state));
  }
}
