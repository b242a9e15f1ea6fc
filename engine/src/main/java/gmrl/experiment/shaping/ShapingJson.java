package gmrl.experiment.shaping;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.Samples;

/** Specifications and results of shaping learners as JSON and as a table. */
final class ShapingJson {
  private ShapingJson() {}

  private static final RecordJson CODEC =
      new RecordJson(
          new JsonTypes()
              .names(ShapingSpec.class, Names.class)
              .text(ShapingGame.class, ShapingGame::token, ShapingGame::parse)
              .text(LearnerList.class, LearnerList::toString, LearnerList::parse)
              .text(GameEstimator.class, GameEstimator::label, GameEstimator::named)
              .text(Samples.class, Samples::toString, text -> Samples.parse("a slot", text))
              .module());

  /** The keys of files where they are not the names of components. */
  private interface Names {
    @JsonProperty("gamma")
    double discount();
  }

  static ObjectNode write(ShapingSpec spec) {
    return CODEC.write(spec);
  }

  static ShapingSpec read(JsonView json) {
    return CODEC.read(json, ShapingSpec.DEFAULT);
  }

  static ObjectNode write(ShapingSpec spec, ShapingResult result, int every) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("config", write(spec));
    ArrayNode runs = document.putArray("runs");
    for (ShapingResult.Run run : result.runs()) {
      ObjectNode node =
          runs.addObject().put("learner", run.learner().token()).put("seed", run.seed());
      node.put("relativeBias", run.relativeBias())
          .put("variance", run.variance())
          .put("cosine", run.cosine())
          .put("environmentSteps", run.environmentSteps());
      ArrayNode updates = node.putArray("updates");
      for (int u : Stride.updates(result.updates(), every)) {
        ShapingResult.Step step = run.steps().get(u);
        ObjectNode update = updates.addObject().put("update", u);
        update.putArray("returns").add(step.return1()).add(step.return2());
        update.put("slope", step.slope());
      }
    }
    return document;
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
            "environmentSteps");
    for (ShapingResult.Run run : result.runs()) {
      for (int u : Stride.updates(result.updates(), every)) {
        ShapingResult.Step step = run.steps().get(u);
        table.row(
            run.learner().token(),
            run.seed(),
            u,
            step.return1(),
            step.return2(),
            step.slope(),
            run.relativeBias(),
            run.variance(),
            run.cosine(),
            run.environmentSteps());
      }
    }
    return table;
  }
}
