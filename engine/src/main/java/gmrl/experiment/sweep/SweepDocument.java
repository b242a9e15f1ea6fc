package gmrl.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep as it is written down.
 *
 * @param family identifier of the family
 * @param title what it is about; may be empty
 * @param config keys of the family's specification that every point shares
 * @param parameters what varies, by path: a list of values, or a range
 * @param random how many points are drawn at random; every combination of the values if absent
 * @param table what the result has rows for
 */
record SweepDocument(
    String family,
    String title,
    ObjectNode config,
    Map<String, JsonNode> parameters,
    Optional<RandomDesign> random,
    Rows table) {

  /** What the result has rows for. */
  enum Rows {
    /** Each curve of each point: its measures with their standard errors over samples. */
    SUMMARY,
    /** Whatever the family's own table has. */
    ALL;

    static Rows parse(String token) {
      for (Rows rows : values()) {
        if (rows.token().equals(token)) {
          return rows;
        }
      }
      throw new IllegalArgumentException(
          "table is \"%s\", expected summary or all".formatted(token));
    }

    String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Points at random.
   *
   * @param points how many, 1 or more
   * @param seed which ones
   */
  record RandomDesign(int points, long seed) {}

  /** Copies the map in its order. */
  SweepDocument {
    parameters = new LinkedHashMap<>(parameters);
  }

  private static final RecordJson CODEC =
      new RecordJson(new JsonTypes().text(Rows.class, Rows::token, Rows::parse).module());

  private static SweepDocument empty() {
    return new SweepDocument(
        "", "", JsonNodeFactory.instance.objectNode(), Map.of(), Optional.empty(), Rows.SUMMARY);
  }

  static SweepDocument read(JsonView json) {
    if (!json.object().has("family")) {
      throw json.at("family").unexpected("the name of a family such as \"bias\"");
    }
    return CODEC.read(json, empty());
  }

  ObjectNode json() {
    return CODEC.write(this);
  }
}
