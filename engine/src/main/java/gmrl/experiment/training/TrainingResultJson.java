package gmrl.experiment.training;

import static gmrl.experiment.EstimateJson.counted;
import static gmrl.experiment.EstimateJson.mean;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.EstimateJson;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.experiment.tabular.Table;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** A {@link TrainingResult} as JSON and as comma-separated values; what is undefined is null. */
final class TrainingResultJson {
  private static final String EXACT = "exact";
  private static final RecordJson RESULT = new RecordJson(EstimateJson.types().module());

  private TrainingResultJson() {}

  /**
   * Writes a result.
   *
   * @param run whether all updates were made, and what made them
   */
  static ObjectNode write(TrainingResult result, RunFacts run) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("config", TrainingSpecJson.write(result.spec()));
    ArrayNode points = node.putArray("points");
    for (TrainingResult.Point point : result.points()) {
      ObjectNode one = points.addObject();
      one.put("update", point.update());
      one.set("exact", mean(point.exact()));
      one.set("estimated", mean(point.estimated()));
      one.set("shortfall", mean(point.shortfall()));
      one.set("cosine", counted(point.cosine()));
    }
    ArrayNode learners = node.putArray("learners");
    for (TrainingResult.Learner learner : result.learners()) {
      ObjectNode one = learners.addObject();
      one.put("mdp", learner.mdp());
      one.put("learner", learner.isExact() ? EXACT : String.valueOf(learner.run().getAsInt()));
      one.put("stopped", learner.stopped());
      one.set(
          "objectives",
          Json.vector(learner.objectives().stream().mapToDouble(Double::doubleValue).toArray()));
      one.set("phi", Json.matrix(learner.phi().rows()));
    }
    node.put("environmentSteps", result.environmentSteps());
    run.close(node);
    return node;
  }

  /** Reads what {@link #write} writes: all of a result. */
  static KeptResult<TrainingSpec, TrainingResult> read(JsonView json) {
    TrainingSpec spec = TrainingSpecJson.read(json.at("config"));
    List<TrainingResult.Learner> learners =
        json.at("learners").elements().stream().map(TrainingResultJson::learner).toList();
    int expected = spec.setup().mdps().count() * (spec.runs() + 1);
    if (learners.size() != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d learners, expected %d as its config says",
              json.at("learners").place(),
              learners.size(),
              expected));
    }
    List<TrainingResult.Point> points =
        json.at("points").elements().stream().map(p -> point(p, spec, learners)).toList();
    return new KeptResult<>(
        spec,
        new TrainingResult(spec, points, learners, json.at("environmentSteps").longInteger()),
        RunFacts.read(json));
  }

  private static TrainingResult.Point point(
      JsonView json, TrainingSpec spec, List<TrainingResult.Learner> learners) {
    int update = json.at("update").integer();
    if (update < 0 || learners.stream().anyMatch(l -> update >= l.objectives().size())) {
      throw json.at("update").unexpected("one that every learner has made");
    }
    return TrainingResult.Point.of(
        spec,
        update,
        i -> learners.get(i).objectives().get(update),
        RESULT.read(json.at("cosine"), MeanEstimate.class));
  }

  private static TrainingResult.Learner learner(JsonView json) {
    String run = json.at("learner").text();
    try {
      return new TrainingResult.Learner(
          json.at("mdp").integer(),
          run.equals(EXACT) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(run)),
          Arrays.stream(json.at("objectives").numbersOrUndefined()).boxed().toList(),
          Table.of("phi", json.at("phi").matrix()),
          json.at("stopped").flag());
    } catch (NumberFormatException e) {
      throw json.at("learner").unexpected("exact or a number");
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  /**
   * The curves, one row for every so many updates; behind them the objectives on each MDP, those of
   * its estimated learners averaged over runs.
   */
  static CsvTable csv(TrainingResult result, int every) {
    int mdps = result.spec().setup().mdps().count();
    List<String> header =
        new ArrayList<>(
            List.of(
                "update",
                "exact",
                "exactStandardError",
                "estimated",
                "estimatedStandardError",
                "shortfall",
                "shortfallStandardError",
                "cosine",
                "cosineStandardError"));
    for (String of : List.of("exactMdp", "estimatedMdp")) {
      for (int mdp = 0; mdp < mdps; mdp++) {
        header.add(of + mdp);
      }
    }
    CsvTable table = new CsvTable(header);
    for (int update : Stride.updates(result.points().size() - 1, every)) {
      TrainingResult.Point point = result.points().get(update);
      List<Object> cells = new ArrayList<>(List.of(point.update()));
      for (MeanEstimate mean :
          List.of(point.exact(), point.estimated(), point.shortfall(), point.cosine())) {
        cells.add(mean.mean());
        cells.add(mean.standardError());
      }
      for (boolean exact : new boolean[] {true, false}) {
        for (int mdp = 0; mdp < mdps; mdp++) {
          cells.add(objective(result, mdp, exact, update));
        }
      }
      table.row(cells);
    }
    return table;
  }

  private static double objective(TrainingResult result, int mdp, boolean exact, int update) {
    return result.learners().stream()
        .filter(learner -> learner.mdp() == mdp && learner.isExact() == exact)
        .mapToDouble(learner -> learner.objectives().get(update))
        .average()
        .orElse(Double.NaN);
  }
}
