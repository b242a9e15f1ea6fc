package gmrl.experiment.tabular;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Specifications that contain a {@link TabularSetup}, as JSON: the setup's keys and the
 * specification's own side by side, written whole, read on top of defaults.
 *
 * <p>Slots and methods are written as on the command line, {@code "lvc:32"}. The discount follows
 * the source of MDPs where no other is asked for; the options of LIRPG stand under {@code lirpg}.
 */
public final class TabularJson {
  private static final String LIRPG = "lirpg";

  private final RecordJson codec;

  /**
   * A codec.
   *
   * @param own types of the specification beside those of the setup
   */
  public TabularJson(JsonTypes own) {
    codec = new RecordJson(types().module(), own.module());
  }

  private static JsonTypes types() {
    return new JsonTypes()
        .text(SlotSpec.class, SlotSpec::toString, SlotSpec::parse)
        .text(MethodSpec.class, MethodSpec::toString, MethodSpec::parse)
        .tree(
            Table.class,
            table -> Json.matrix(table.rows()),
            (name, json) -> Table.of(name, json.matrix()))
        .tree(MdpSource.class, TabularJson::write, (name, json) -> source(json))
        .tree(ProblemSpec.class, TabularJson::write, (name, json) -> problem(json))
        .tree(Reuse.class, Reuse::json, (name, json) -> Reuse.read(json));
  }

  /** Writes all keys. */
  public ObjectNode write(Object spec) {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : codec.write(spec).properties()) {
      JsonNode value = entry.getValue();
      if (entry.getKey().equals("problem") && value.isObject()) {
        flat.put("problem", LIRPG).set(LIRPG, value.get(LIRPG));
      } else {
        flat.set(entry.getKey(), value);
      }
    }
    return flat;
  }

  /**
   * Reads a specification; an absent key has the default's value.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public <T> T read(JsonView json, T defaults) {
    JsonView known = json.object().without(LIRPG);
    if (json.has("problem") || json.has(LIRPG)) {
      known = known.with("problem", problem(json.at("problem"), json));
    }
    if (json.has("mdp")) {
      MdpSource source = source(json.at("mdp"));
      OptionalDouble gamma = gamma(source);
      known = known.with("mdp", source);
      if (!json.has("gamma") && gamma.isPresent()) {
        known = known.with("gamma", gamma.getAsDouble());
      }
    }
    return codec.read(known, defaults);
  }

  /** The discount that a source brings along. */
  private static OptionalDouble gamma(MdpSource source) {
    if (source instanceof MdpSource.Given given) {
      return OptionalDouble.of(given.mdp().gamma());
    }
    return source instanceof MdpSource.Teaching teaching
        ? OptionalDouble.of(TeachingMdp.find(teaching.id()).gamma())
        : OptionalDouble.empty();
  }

  private static JsonNode write(ProblemSpec problem) {
    return problem instanceof ProblemSpec.Lirpg lirpg
        ? JsonNodeFactory.instance.objectNode().set(LIRPG, Options.PLAIN.write(lirpg))
        : TextNode.valueOf(problem.token());
  }

  /** The inverse of {@link #write(ProblemSpec)}, for what stands in the defaults. */
  private static ProblemSpec problem(JsonView json) {
    return json.isText()
        ? new ProblemSpec.Maml()
        : Options.PLAIN.read(json.at(LIRPG), ProblemSpec.Lirpg.class);
  }

  private static ProblemSpec problem(JsonView token, JsonView document) {
    if (document.has(LIRPG) && !(token.isText() && token.text().equals(LIRPG))) {
      throw document.at(LIRPG).unexpected("this key for the problem lirpg alone");
    }
    return switch (token.text()) {
      case "maml" -> new ProblemSpec.Maml();
      case LIRPG ->
          document.has(LIRPG)
              ? Options.PLAIN.read(document.at(LIRPG), ProblemSpec.Lirpg.paper())
              : ProblemSpec.Lirpg.paper();
      default -> throw token.unexpected("maml or lirpg");
    };
  }

  private static JsonNode write(MdpSource source) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (source instanceof MdpSource.Generated generated) {
      node.set("generated", Options.PLAIN.write(generated));
    } else if (source instanceof MdpSource.Teaching teaching) {
      node.put("teaching", teaching.id());
    } else if (source instanceof MdpSource.Given given) {
      ObjectNode mdp = MdpFile.toJson(given.mdp());
      mdp.put("name", given.name());
      node.set("given", mdp);
    }
    return node;
  }

  private static MdpSource source(JsonView json) {
    json.only("generated", "teaching", "given");
    if (json.keys().size() != 1) {
      throw json.unexpected("one of generated, teaching and given");
    }
    if (json.has("generated")) {
      return generated(json.at("generated"));
    }
    if (json.has("teaching")) {
      return new MdpSource.Teaching(json.at("teaching").text());
    }
    JsonView given = json.at("given");
    return new MdpSource.Given(
        given.has("name") ? given.at("name").text() : "MDP",
        MdpFile.parse(given, OptionalDouble.empty()));
  }

  /** Reads a recipe for random MDPs. */
  static MdpSource.Generated generated(JsonView json) {
    return Options.PLAIN.read(json, MdpSource.Generated.paper());
  }

  /** Records of numbers and flags. */
  private static final class Options {
    static final RecordJson PLAIN = new RecordJson();
  }
}
