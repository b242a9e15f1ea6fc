package gmrl.experiment.training;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.TabularSetupJson;
import java.util.stream.Stream;

/** A {@link TrainingSpec} as JSON, read as strictly as a bias specification. */
public final class TrainingSpecJson {
  private static final String[] KEYS =
      Stream.concat(
              TabularSetupJson.KEYS.stream(), Stream.of("updates", "learningRate", "runs", "seed"))
          .toArray(String[]::new);

  private TrainingSpecJson() {}

  /** Writes a specification, every key of it. */
  public static ObjectNode write(TrainingSpec spec) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    TabularSetupJson.write(spec.setup(), node);
    node.put("updates", spec.updates());
    node.put("learningRate", spec.learningRate());
    node.put("runs", spec.runs());
    node.put("seed", spec.seed());
    return node;
  }

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static TrainingSpec read(JsonView json) {
    json.only(KEYS);
    TrainingSpec usual = TrainingSpec.paper();
    try {
      return new TrainingSpec(
          TabularSetupJson.read(json),
          json.has("updates") ? json.at("updates").integer() : usual.updates(),
          json.has("learningRate") ? json.at("learningRate").number() : usual.learningRate(),
          json.has("runs") ? json.at("runs").integer() : usual.runs(),
          json.has("seed") ? json.at("seed").longInteger() : usual.seed());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }
}
