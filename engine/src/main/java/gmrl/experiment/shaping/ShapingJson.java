package gmrl.experiment.shaping;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.Samples;
import gmrl.ipd.shaping.Learner;
import java.util.List;
import java.util.Optional;

/** Specifications and results of shaping learners as JSON and as a table. */
final class ShapingJson {
  private ShapingJson() {}

  private static final RecordJson CODEC =
      new RecordJson(
          new JsonTypes()
              .names(ShapingSpec.class, Names.class)
              .tree(ShapingGame.class, OwnGame::write, (name, json) -> OwnGame.read(json))
              .text(LearnerList.class, LearnerList::toString, LearnerList::parse)
              .text(GameEstimator.class, GameEstimator::label, GameEstimator::named)
              .tree(Samples.class, ShapingJson::samples, ShapingJson::samples)
              .module());

  /** The keys of files where they are not the names of components. */
  private interface Names {
    @JsonProperty("gamma")
    double discount();
  }

  private static JsonNode samples(Samples samples) {
    return TextNode.valueOf(samples.toString());
  }

  private static Samples samples(String slot, JsonView json) {
    return json.isText()
        ? Samples.parse(slot, json.text(), false)
        : new Samples.Fresh(json.integer());
  }

  static ObjectNode write(ShapingSpec spec) {
    return CODEC.write(spec);
  }

  /** Reads a specification; an absent key has the value that is usual in its game. */
  static ShapingSpec read(JsonView json) {
    ShapingSpec asked = CODEC.read(json, ShapingSpec.DEFAULT);
    return asked.game().isQuadratic() ? CODEC.read(json, ShapingSpec.usual(asked.game())) : asked;
  }

  static ObjectNode write(ShapingSpec spec, ShapingResult result, RunFacts facts) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("config", write(spec));
    ArrayNode runs = document.putArray("runs");
    for (ShapingResult.Run run : result.runs()) {
      ObjectNode node =
          runs.addObject().put("learner", run.learner().token()).put("seed", run.seed());
      node.set("relativeBias", Json.number(run.relativeBias()));
      node.set("variance", Json.number(run.variance()));
      node.set("cosine", Json.number(run.cosine()));
      node.put("environmentSteps", run.environmentSteps());
      ArrayNode updates = node.putArray("updates");
      for (int u : Stride.updates(result.updates(), facts.every())) {
        ShapingResult.Step step = run.steps().get(u);
        ObjectNode update = updates.addObject().put("update", step.update());
        update.set("returns", Json.vector(new double[] {step.return1(), step.return2()}));
        update.set("slope", Json.number(step.slope()));
        update.set("places", Json.vector(new double[] {step.place1(), step.place2()}));
      }
    }
    facts.close(document);
    return document;
  }

  static KeptResult<ShapingSpec, ShapingResult> readResult(JsonView json) {
    ShapingSpec spec = read(json.at("config"));
    List<ShapingResult.Run> runs =
        json.at("runs").elements().stream().map(ShapingJson::run).toList();
    return new KeptResult<>(spec, new ShapingResult(runs), RunFacts.read(json));
  }

  private static ShapingResult.Run run(JsonView json) {
    long steps = json.at("environmentSteps").longInteger();
    ShapingResult.Agreement estimate =
        new ShapingResult.Agreement(
            json.at("relativeBias").numberOrUndefined(),
            json.at("variance").numberOrUndefined(),
            json.at("cosine").numberOrUndefined());
    return new ShapingResult.Run(
        learner(json.at("learner")),
        json.at("seed").longInteger(),
        steps == 0 ? Optional.empty() : Optional.of(estimate), // nothing is sampled
        steps,
        json.at("updates").elements().stream().map(ShapingJson::step).toList());
  }

  private static Learner learner(JsonView json) {
    try {
      return Learner.parse(json.text());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static ShapingResult.Step step(JsonView json) {
    double[] returns = json.at("returns").pair();
    // Results of before there were phase portraits do not say where the players stand.
    double[] places =
        json.has("places") ? json.at("places").pair() : new double[] {Double.NaN, Double.NaN};
    return new ShapingResult.Step(
        json.at("update").integer(),
        returns[0],
        returns[1],
        json.at("slope").numberOrUndefined(),
        places[0],
        places[1]);
  }

  static CsvTable csv(ShapingResult result, int every) {
    CsvTable table =
        new CsvTable(
            "learner",
            "seed",
            "update",
            "return1",
            "return2",
            "slope",
            "relativeBias",
            "variance",
            "cosine",
            "environmentSteps",
            "place1",
            "place2");
    for (ShapingResult.Run run : result.runs()) {
      for (int u : Stride.updates(result.updates(), every)) {
        ShapingResult.Step step = run.steps().get(u);
        table.row(
            run.learner().token(),
            run.seed(),
            step.update(),
            step.return1(),
            step.return2(),
            step.slope(),
            run.relativeBias(),
            run.variance(),
            run.cosine(),
            run.environmentSteps(),
            step.place1(),
            step.place2());
      }
    }
    return table;
  }
}
