package gmrl.experiment.bias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.LibraryApi;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.StateLink;
import gmrl.experiment.tabular.TabularJson;

/**
 * A {@link BiasSpec} as JSON, as a file and as a state link.
 *
 * <p>Writing and reading back gives an equal specification. Reading is strict: an unknown key, a
 * wrong type or a value out of range is refused; an absent key has the paper's value.
 */
public final class BiasSpecJson {
  private static final TabularJson CODEC =
      new TabularJson(
          new JsonTypes()
              .text(SweepVariable.class, SweepVariable::token, SweepVariable::parse)
              .text(RouteChoice.class, RouteChoice::token, RouteChoice::parse));

  private BiasSpecJson() {}

  /** Writes a specification, every key of it. */
  public static ObjectNode write(BiasSpec spec) {
    return CODEC.write(spec);
  }

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static BiasSpec read(JsonView json) {
    return CODEC.read(json, BiasSpec.paper());
  }

  /** The specification as one line to copy. */
  @LibraryApi
  public static String link(BiasSpec spec) {
    return StateLink.encode(Json.line(write(spec)));
  }

  /**
   * Reads a copied line.
   *
   * @throws IllegalArgumentException in one sentence
   */
  @LibraryApi
  public static BiasSpec readLink(String link) {
    return read(JsonView.parse(StateLink.PLACE, StateLink.decode(link)));
  }
}
