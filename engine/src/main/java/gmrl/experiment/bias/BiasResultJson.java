package gmrl.experiment.bias;

import static gmrl.experiment.tabular.EstimateJson.interval;
import static gmrl.experiment.tabular.EstimateJson.mean;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.bias.BiasResult.CurveResult;
import gmrl.experiment.bias.BiasResult.MdpResult;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.tabular.EstimateJson;
import gmrl.mdp.Tables;
import gmrl.meta.AggregateMeasures;
import gmrl.meta.Measures;

/**
 * A {@link BiasResult} as JSON. The names of the fields are part of the product.
 *
 * <p>A result of one curve has {@code config} and {@code points} at the top; one of several has
 * {@code curves}, each with a label and those two. What is undefined is null.
 */
public final class BiasResultJson {
  private BiasResultJson() {}

  /**
   * Writes a result.
   *
   * @param result of one or more curves
   * @param complete whether the whole budget was spent; otherwise {@code "interrupted": true} is
   *     added
   */
  public static ObjectNode write(BiasResult result, boolean complete) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (result.curves().size() == 1) {
      curve(result.curves().get(0), node);
    } else {
      ArrayNode curves = node.putArray("curves");
      result
          .curves()
          .forEach(
              curve -> {
                ObjectNode one = curves.addObject();
                one.put("label", curve.label());
                curve(curve, one);
              });
    }
    ObjectNode timing = node.putObject("timing");
    timing.put("seconds", result.timing().seconds());
    timing.put("environmentSteps", result.timing().environmentSteps());
    timing.put("environmentStepsPerSecond", result.timing().stepsPerSecond());
    EstimateJson.close(node, complete);
    return node;
  }

  private static void curve(CurveResult curve, ObjectNode node) {
    node.set("config", BiasSpecJson.write(curve.spec()));
    ArrayNode points = node.putArray("points");
    for (PointResult point : curve.points()) {
      ObjectNode one = points.addObject();
      ObjectNode sweep = one.putObject("sweep");
      curve
          .spec()
          .sweep()
          .ifPresent(
              s ->
                  point
                      .sweepValue()
                      .ifPresent(value -> sweep.set(s.variable().token(), Json.number(value))));
      ArrayNode mdps = one.putArray("mdps");
      point.mdps().forEach(mdp -> mdps.add(mdp(mdp)));
      one.set("aggregate", aggregate(point.aggregate()));
    }
  }

  private static ObjectNode mdp(MdpResult mdp) {
    int states = mdp.exact().metaGradient().states();
    int actions = mdp.exact().metaGradient().actions();
    Measures m = mdp.measures();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode exact = node.putObject("exact");
    exact.set("objective", Json.number(mdp.exact().objective()));
    exact.set("metaGradient", Json.matrix(mdp.exact().metaGradient().rows()));
    exact.set("horizonBias", Json.number(mdp.exact().horizonBias()));
    node.put("trials", m.trials());
    node.put("nonFiniteTrials", m.nonFiniteTrials());
    node.set("mean", Json.matrix(Tables.unflatten(m.mean(), states, actions)));
    node.set("standardError", Json.matrix(Tables.unflatten(m.standardError(), states, actions)));
    node.set("gradMse", Json.number(m.gradMse()));
    node.set("biasSquared", interval(m.biasSquared()));
    node.set("relativeBias", interval(m.relativeBias()));
    node.set("variance", Json.number(m.variance()));
    node.set("sumOfStandardDeviations", Json.number(m.sumOfStandardDeviations()));
    node.set("correlation", mean(m.correlation()));
    node.set("cosine", mean(m.cosine()));
    node.set("relativeMse", Json.number(m.relativeMse()));
    node.set("innerError", Json.vector(m.innerError()));
    node.set("angle", Json.number(m.angle()));
    node.set("trialAngle", mean(m.trialAngle()));
    return node;
  }

  private static ObjectNode aggregate(AggregateMeasures a) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("mdps", a.problems());
    node.put("trials", a.trials());
    node.put("nonFiniteTrials", a.nonFiniteTrials());
    node.set("gradMse", mean(a.gradMse()));
    node.set("biasSquared", mean(a.biasSquared()));
    node.set("relativeBias", mean(a.relativeBias()));
    node.set("variance", mean(a.variance()));
    node.set("sumOfStandardDeviations", mean(a.sumOfStandardDeviations()));
    node.set("correlation", mean(a.correlation()));
    node.set("cosine", mean(a.cosine()));
    node.set("relativeMse", mean(a.relativeMse()));
    ArrayNode inner = node.putArray("innerError");
    a.innerError().forEach(error -> inner.add(mean(error)));
    node.set("angle", mean(a.angle()));
    node.set("trialAngle", mean(a.trialAngle()));
    return node;
  }

  /** Every scalar measure of every MDP, one row for each. */
  static CsvTable csv(BiasResult result) {
    CsvTable table =
        new CsvTable(
            "curve",
            "variable",
            "value",
            "mdp",
            "trials",
            "objective",
            "gradMse",
            "biasSquared",
            "biasSquaredLow",
            "biasSquaredHigh",
            "relativeBias",
            "relativeBiasLow",
            "relativeBiasHigh",
            "variance",
            "sumOfStandardDeviations",
            "correlation",
            "correlationStandardError",
            "cosine",
            "cosineStandardError",
            "relativeMse",
            "lastInnerError");
    for (CurveResult curve : result.curves()) {
      String variable = curve.spec().sweep().map(s -> s.variable().token()).orElse("");
      for (PointResult point : curve.points()) {
        for (int i = 0; i < point.mdps().size(); i++) {
          MdpResult mdp = point.mdps().get(i);
          Measures m = mdp.measures();
          double[] inner = m.innerError();
          table.row(
              curve.label(),
              variable,
              point.sweepValue(),
              i,
              m.trials(),
              mdp.exact().objective(),
              m.gradMse(),
              m.biasSquared().value(),
              m.biasSquared().low(),
              m.biasSquared().high(),
              m.relativeBias().value(),
              m.relativeBias().low(),
              m.relativeBias().high(),
              m.variance(),
              m.sumOfStandardDeviations(),
              m.correlation().mean(),
              m.correlation().standardError(),
              m.cosine().mean(),
              m.cosine().standardError(),
              m.relativeMse(),
              inner.length == 0 ? Double.NaN : inner[inner.length - 1]);
        }
      }
    }
    return table;
  }
}
