package gmrl.experiment.ipd;

import static gmrl.experiment.EstimateJson.mean;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Stride;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaState;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.SeedHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What repeated games have recorded, as JSON. All that is recorded of an update is there but the
 * critics, optimisers and models of opponents: a result that was read can be shown, but learning
 * cannot be taken up from it.
 */
final class LolaResultJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LolaResultJson() {}

  /**
   * Writes what the conditions of a study have recorded: one with its seeds at the top, several
   * under {@code conditions}, each with a label.
   */
  static ObjectNode write(LolaStudy study, List<LolaSnapshot> snapshots, RunFacts run) {
    ObjectNode document = NODES.objectNode();
    if (isNamed(study)) {
      document
          .putObject("study")
          .put("id", study.id())
          .put("title", study.title())
          .put("source", study.source());
    }
    if (snapshots.size() == 1) {
      LolaCondition only = study.conditions().get(0);
      if (isNamed(study)) {
        document.put("id", only.id()).put("label", only.label());
      }
      condition(document, only.spec(), snapshots.get(0), run.every());
    } else {
      ArrayNode conditions = document.putArray("conditions");
      for (int c = 0; c < snapshots.size(); c++) {
        LolaCondition each = study.conditions().get(c);
        ObjectNode node = conditions.addObject().put("id", each.id()).put("label", each.label());
        condition(node, each.spec(), snapshots.get(c), run.every());
      }
    }
    long updates = 0;
    long steps = 0;
    for (LolaSnapshot snapshot : snapshots) {
      long made = (long) snapshot.updatesMade() * snapshot.seeds().size();
      updates += made;
      steps += snapshot.config().stepsPerUpdate() * made;
    }
    ObjectNode timing = document.putObject("timing");
    timing.set("seconds", Json.number(run.seconds()));
    timing.put("environmentSteps", steps);
    timing.set("environmentStepsPerSecond", Json.number(steps / run.seconds()));
    timing.set("updatesPerSecond", Json.number(updates / run.seconds()));
    run.close(document);
    return document;
  }

  private static boolean isNamed(LolaStudy study) {
    return !study.withoutKnown().equals(LolaStudy.of(study.specs().get(0)));
  }

  private static void condition(
      ObjectNode node, LolaSpec spec, LolaSnapshot snapshot, int recordEvery) {
    node.set("config", LolaJson.write(spec));
    ArrayNode seeds = node.putArray("seeds");
    int[] recorded = Stride.updates(snapshot.updates(), recordEvery);
    for (SeedHistory history : snapshot.seeds()) {
      ArrayNode updates = seeds.addObject().put("seed", history.seed()).putArray("updates");
      for (int update : recorded) {
        updates.add(update(history.get(update)));
      }
    }
    ArrayNode aggregate = node.putArray("aggregate");
    for (int update : recorded) {
      ObjectNode entry =
          aggregate.addObject().put("update", snapshot.seeds().get(0).get(update).update());
      over(entry, "return", snapshot, update, LolaUpdate::meanReturn);
      over(entry, "cooperationRate", snapshot, update, LolaUpdate::meanCooperationRate);
      over(entry, "correlation", snapshot, update, LolaUpdate::meanCorrelation);
      over(entry, "outerExactCorrelation", snapshot, update, LolaUpdate::meanOuterExactCorrelation);
      over(entry, "relativeError", snapshot, update, LolaUpdate::meanRelativeError);
    }
  }

  private static ObjectNode update(LolaUpdate update) {
    ObjectNode node = NODES.objectNode().put("update", update.update());
    node.set("returns", Json.vector(update.returns()));
    node.set(
        "cooperation",
        Json.matrix(new double[][] {update.state().cooperation(0), update.state().cooperation(1)}));
    node.set(
        "theta", Json.matrix(new double[][] {update.state().theta(0), update.state().theta(1)}));
    node.set("exactValues", Json.vector(update.exactValues()));
    node.set("correlation", Json.number(update.meanCorrelation()));
    node.set("outerExactCorrelation", Json.number(update.meanOuterExactCorrelation()));
    node.set("relativeError", Json.number(update.meanRelativeError()));
    node.set("cooperationRate", Json.vector(update.cooperationRate()));
    node.set("correlations", Json.vector(update.correlation()));
    node.set("outerExactCorrelations", Json.vector(update.outerExactCorrelation()));
    node.set("relativeErrors", Json.vector(update.relativeError()));
    return node;
  }

  private static void over(
      ObjectNode entry,
      String name,
      LolaSnapshot snapshot,
      int update,
      ToDoubleFunction<LolaUpdate> number) {
    entry.set(name, mean(snapshot.over(update, number)));
  }

  static KeptResult<LolaStudy, List<LolaSnapshot>> read(JsonView json) {
    List<LolaCondition> conditions = new ArrayList<>();
    List<LolaSnapshot> snapshots = new ArrayList<>();
    List<JsonView> parts =
        json.has("conditions") ? json.at("conditions").elements() : List.of(json);
    for (JsonView part : parts) {
      LolaSpec spec = LolaJson.read(part.at("config"));
      boolean named = json.has("conditions") || json.has("study");
      conditions.add(
          named
              ? new LolaCondition(part.at("id").text(), part.at("label").text(), spec)
              : LolaStudy.of(spec).conditions().get(0));
      snapshots.add(
          new LolaSnapshot(
              spec.config(),
              part.at("seeds").elements().stream().map(LolaResultJson::history).toList()));
    }
    RunFacts run = RunFacts.read(json);
    if (!json.has("study")) {
      return new KeptResult<>(LolaStudy.of(conditions.get(0).spec()), snapshots, run);
    }
    JsonView name = json.at("study");
    LolaStudy study =
        new LolaStudy(
            name.at("id").text(), name.at("title").text(), name.at("source").text(), conditions);
    return new KeptResult<>(study, snapshots, run);
  }

  private static SeedHistory history(JsonView json) {
    List<LolaUpdate> updates =
        json.at("updates").elements().stream().map(LolaResultJson::record).toList();
    if (updates.isEmpty()) {
      throw json.at("updates").unexpected("update 0 at least");
    }
    return SeedHistory.of(json.at("seed").longInteger(), updates);
  }

  private static LolaUpdate record(JsonView json) {
    double[][] theta = json.at("theta").matrix();
    if (theta.length != 2) {
      throw json.at("theta").unexpected("the logits of two agents");
    }
    LolaState state;
    try {
      state = LolaState.recorded(json.at("update").integer(), theta[0], theta[1]);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
    return new LolaUpdate(
        state,
        json.at("returns").pair(),
        json.at("cooperationRate").pair(),
        json.at("exactValues").pair(),
        json.at("correlations").pair(),
        json.at("relativeErrors").pair(),
        json.at("outerExactCorrelations").pair());
  }
}
