package gmrl.experiment.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.TabularJson;

/** A {@link TrainingSpec} as JSON, read as strictly as a bias specification. */
final class TrainingSpecJson {
  private static final TabularJson CODEC = new TabularJson(new JsonTypes());

  private TrainingSpecJson() {}

  /** Writes a specification, every key of it. */
  static ObjectNode write(TrainingSpec spec) {
    return CODEC.write(spec);
  }

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static TrainingSpec read(JsonView json) {
    return CODEC.read(json, TrainingSpec.paper());
  }
}
