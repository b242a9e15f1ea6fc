package gmrl.app.shelf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.state.LabState;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.families.SpecDocument;
import gmrl.experiment.file.JsonView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
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
 * @param answers how its page takes a stored answer as its own; empty where it computes anew
 */
public record Source(
    String kind,
    String title,
    List<String> pages,
    Function<LabState, ObjectNode> settings,
    BiFunction<JsonView, LabState, LabState> adopt,
    Optional<Answers> answers) {

  /**
   * How a page takes stored answers as its own.
   *
   * @param page its title
   * @param reading reads them
   */
  public record Answers(String page, Reading reading) {}

  /** Reads a stored answer for a page. */
  @FunctionalInterface
  public interface Reading {
    /**
     * Reads an answer; may wait for the disk.
     *
     * @param place the file or the folder of a run that holds it
     * @param state what will stand in the window
     * @return hands it to the page, on the interface thread
     * @throws IllegalArgumentException in one sentence where the page at that state does not ask
     *     for it
     */
    Runnable read(Path place, LabState state);
  }

  /** Of a family whose page computes every answer itself. */
  public Source(
      String kind,
      String title,
      List<String> pages,
      Function<LabState, ObjectNode> settings,
      BiFunction<JsonView, LabState, LabState> adopt) {
    this(kind, title, pages, settings, adopt, Optional.empty());
  }

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

  /**
   * The same with a page that takes stored answers as its own, the whole ones of what it asks for.
   *
   * @param family whose answers
   * @param page its title
   * @param takers who shows them
   * @param asked whether the page asks for an answer at a state
   */
  public <S, R> Source taking(
      Family<S, R> family,
      String page,
      StoredAnswers<S, R> takers,
      BiPredicate<KeptResult<S, R>, LabState> asked) {
    Reading reading =
        (place, state) -> {
          KeptResult<S, R> kept = SpecDocument.result(place.toString(), family);
          if (!kept.run().complete()) {
            throw new IllegalArgumentException(
                place + " was interrupted, expected a result that is complete");
          }
          if (!asked.test(kept, state)) {
            throw new IllegalArgumentException(
                "the page \""
                    + page
                    + "\" has no controls for all settings of "
                    + place
                    + ", so it stays a stored result");
          }
          return () -> takers.put(kept, state);
        };
    return new Source(kind, title, pages, settings, adopt, Optional.of(new Answers(page, reading)));
  }
}
