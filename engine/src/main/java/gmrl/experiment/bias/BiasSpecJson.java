package gmrl.experiment.bias;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.StateLink;
import gmrl.experiment.tabular.TabularSetupJson;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@link BiasSpec} as JSON, as a file and as a state link.
 *
 * <p>Writing and reading back gives an equal specification. Reading is strict: an unknown key, a
 * wrong type or a value out of range is refused; an absent key has the paper's value.
 */
public final class BiasSpecJson {
  private static final String[] KEYS =
      Stream.concat(TabularSetupJson.KEYS.stream(), Stream.of("trials", "seed", "sweep", "route"))
          .toArray(String[]::new);

  private BiasSpecJson() {}

  /** Writes a specification, every key of it. */
  public static ObjectNode write(BiasSpec spec) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    TabularSetupJson.write(spec.setup(), node);
    node.put("trials", spec.trials());
    node.put("seed", spec.seed());
    node.put("route", spec.route().token());
    spec.sweep()
        .ifPresent(
            sweep ->
                node.putObject("sweep")
                    .put("variable", sweep.variable().token())
                    .set(
                        "values",
                        Json.vector(
                            sweep.values().stream().mapToDouble(Double::doubleValue).toArray())));
    return node;
  }

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static BiasSpec read(JsonView json) {
    json.only(KEYS);
    BiasSpec paper = BiasSpec.paper();
    try {
      return new BiasSpec(
          TabularSetupJson.read(json),
          json.has("trials") ? json.at("trials").integer() : paper.trials(),
          json.has("seed") ? json.at("seed").longInteger() : paper.seed(),
          json.has("sweep") ? Optional.of(sweep(json.at("sweep"))) : paper.sweep(),
          json.has("route") ? route(json.at("route")) : paper.route());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static RouteChoice route(JsonView json) {
    try {
      return RouteChoice.parse(json.text());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static Sweep sweep(JsonView json) {
    json.only("variable", "values");
    try {
      return Sweep.of(SweepVariable.parse(json.at("variable").text()), json.at("values").vector());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  /** The specification as one line to copy. */
  public static String link(BiasSpec spec) {
    return StateLink.encode(Json.line(write(spec)));
  }

  /**
   * Reads a copied line.
   *
   * @throws IllegalArgumentException in one sentence
   */
  public static BiasSpec readLink(String link) {
    return read(JsonView.parse("the state link", StateLink.decode(link)));
  }
}
