package gmrl.experiment.ipd;

import static gmrl.experiment.EstimateJson.mean;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.Samples;
import java.util.ArrayList;
import java.util.List;

/** Specifications of repeated-game experiments, and reports on them, as JSON. */
public final class LolaJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final RecordJson CODEC =
      new RecordJson(
          new JsonTypes()
              .names(LolaConfig.class, Names.class)
              .text(GameEstimator.class, GameEstimator::label, GameEstimator::named)
              .tree(Samples.class, LolaJson::samples, LolaJson::samples)
              .tree(MatrixGame.class, LolaJson::game, (name, json) -> game(json))
              .module());

  /** The keys of files where they are not the names of components. */
  private interface Names {
    @JsonProperty("gamma")
    double discount();

    @JsonProperty("innerLr")
    double innerRate();

    @JsonProperty("outerLr")
    double outerRate();

    @JsonProperty("criticLr")
    double criticRate();
  }

  private LolaJson() {}

  /** Writes a specification, every key of it. */
  static ObjectNode write(LolaSpec spec) {
    return CODEC.write(spec);
  }

  /**
   * Reads a specification; an absent key has the reference value, an unknown one is refused.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static LolaSpec read(JsonView json) {
    return CODEC.read(json, LolaSpec.DEFAULT);
  }

  private static JsonNode game(MatrixGame game) {
    if (MatrixGame.BUILT_IN.contains(game)) {
      return NODES.textNode(game.name());
    }
    ObjectNode node = NODES.objectNode();
    node.put("name", game.name());
    ArrayNode actions = node.putArray("actions");
    game.actions().forEach(actions::add);
    node.set("payoff1", Json.matrix(game.payoff1()));
    node.set("payoff2", Json.matrix(game.payoff2()));
    return node;
  }

  private static MatrixGame game(JsonView json) {
    if (json.isText()) {
      return MatrixGame.named(json.text());
    }
    json.only("name", "actions", "payoff1", "payoff2");
    List<String> actions =
        json.has("actions")
            ? json.at("actions").elements().stream().map(JsonView::text).toList()
            : List.of("0", "1");
    return new MatrixGame(
        json.has("name") ? json.at("name").text() : "own",
        actions,
        json.at("payoff1").matrix(),
        json.at(json.has("payoff2") ? "payoff2" : "payoff1").matrix());
  }

  private static JsonNode samples(Samples samples) {
    if (samples instanceof Samples.Fresh fresh) {
      return NODES.numberNode(fresh.trajectories());
    }
    if (samples instanceof Samples.Replay replay) {
      return NODES.objectNode().put("fresh", replay.fresh()).put("buffer", replay.capacity());
    }
    return NODES.textNode(samples.toString());
  }

  private static Samples samples(String slot, JsonView json) {
    if (json.isText()) {
      return Samples.parse(slot, json.text(), slot.equals("hessian"));
    }
    if (json.isObject()) {
      json.only("fresh", "buffer");
      return new Samples.Replay(json.at("fresh").integer(), json.at("buffer").integer());
    }
    return new Samples.Fresh(json.integer());
  }

  /** Writes a study, each condition whole. */
  static ObjectNode write(LolaStudy study) {
    ObjectNode node = NODES.objectNode();
    node.put("id", study.id()).put("title", study.title()).put("source", study.source());
    ArrayNode conditions = node.putArray("conditions");
    for (LolaCondition condition : study.conditions()) {
      conditions
          .addObject()
          .put("id", condition.id())
          .put("label", condition.label())
          .setAll(write(condition.spec()));
    }
    return node;
  }

  /** Reads a study; numbers known from elsewhere belong to the published figures alone. */
  static LolaStudy readStudy(JsonView json) {
    json.only("id", "title", "source", "conditions");
    List<LolaCondition> conditions = new ArrayList<>();
    for (JsonView each : json.at("conditions").elements()) {
      LolaSpec spec = read(each.object().without("id").without("label"));
      conditions.add(new LolaCondition(each.at("id").text(), each.at("label").text(), spec));
    }
    try {
      return new LolaStudy(
          json.at("id").text(), json.at("title").text(), json.at("source").text(), conditions);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  /** Writes a report on one figure's conditions. */
  public static ObjectNode write(LolaStudy figure, List<LolaReport> rows) {
    ObjectNode node = NODES.objectNode().put("figure", figure.id()).put("title", figure.title());
    ArrayNode conditions = node.putArray("conditions");
    for (LolaReport row : rows) {
      ObjectNode entry = conditions.addObject();
      entry.put("id", row.condition().id()).put("label", row.condition().label());
      entry.set("lastReturn", mean(row.last()));
      entry.put("defecting", row.defecting()).put("seeds", row.seeds());
      entry.set("correlation", mean(row.correlation()));
      entry.set("relativeError", Json.number(row.relativeError()));
      ArrayNode elsewhere = entry.putArray("elsewhere");
      for (LolaReport.Comparison comparison : row.comparisons()) {
        LolaCondition.Known known = comparison.known();
        elsewhere
            .addObject()
            .put("source", known.source())
            .put("update", known.update())
            .put("mean", known.mean())
            .put("standardDeviation", known.standardDeviation())
            .put("seeds", known.seeds())
            .put("standardErrorsApart", comparison.distance())
            .set("ours", mean(comparison.ours()));
      }
    }
    return node;
  }
}
