package gmrl.experiment.training;

import static gmrl.experiment.tabular.EstimateJson.mean;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.tabular.EstimateJson;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;

/** A {@link TrainingResult} as JSON and as comma-separated values; what is undefined is null. */
public final class TrainingResultJson {
  private TrainingResultJson() {}

  /**
   * Writes a result.
   *
   * @param complete whether all updates were made; otherwise {@code "interrupted": true} is added
   */
  public static ObjectNode write(TrainingResult result, boolean complete) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("config", TrainingSpecJson.write(result.spec()));
    ArrayNode points = node.putArray("points");
    for (TrainingResult.Point point : result.points()) {
      ObjectNode one = points.addObject();
      one.put("update", point.update());
      one.set("exact", mean(point.exact()));
      one.set("estimated", mean(point.estimated()));
      one.set("shortfall", mean(point.shortfall()));
      one.set("cosine", mean(point.cosine()));
    }
    ArrayNode learners = node.putArray("learners");
    for (TrainingResult.Learner learner : result.learners()) {
      ObjectNode one = learners.addObject();
      one.put("mdp", learner.mdp());
      one.put("learner", learner.isExact() ? "exact" : String.valueOf(learner.run().getAsInt()));
      one.put("stopped", learner.stopped());
      one.set(
          "objectives",
          Json.vector(learner.objectives().stream().mapToDouble(Double::doubleValue).toArray()));
      one.set("phi", Json.matrix(learner.phi().rows()));
    }
    node.put("environmentSteps", result.environmentSteps());
    EstimateJson.close(node, complete);
    return node;
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
