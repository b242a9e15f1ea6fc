package gmrl.experiment.bias;

import static gmrl.experiment.EstimateJson.mean;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.RunFacts;
import gmrl.experiment.bias.BiasResult.CurveResult;
import gmrl.experiment.bias.BiasResult.MdpResult;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.mdp.Tables;
import gmrl.meta.Measures;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link BiasResult} as JSON. The names of the fields are part of the product.
 *
 * <p>A result of one curve has {@code config} and {@code points} at the top; one of several has
 * {@code curves}, each with a label and those two. What is undefined is null. {@link
 * BiasResultReader} is the inverse.
 */
final class BiasResultJson {
  private BiasResultJson() {}

  /**
   * Writes a result.
   *
   * @param study what was asked; what it is called stands in the document if it has a name
   * @param result of one or more curves
   * @param run whether the whole budget was spent, and what made the numbers
   */
  static ObjectNode write(BiasStudy study, BiasResult result, RunFacts run) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (isNamed(study)) {
      node.putObject("study")
          .put("id", study.id())
          .put("title", study.title())
          .put("sentence", study.sentence());
    }
    if (result.curves().size() == 1) {
      if (isNamed(study)) {
        node.put("label", result.curves().get(0).label());
      }
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
    run.close(node);
    return node;
  }

  /** Whether a study is more than a question that has no name. */
  static boolean isNamed(BiasStudy study) {
    return !study.equals(BiasStudy.of(study.specs().get(0)));
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
      for (int mdp = 0; mdp < point.mdps().size(); mdp++) {
        mdps.add(mdp(point, mdp));
      }
      one.set("aggregate", aggregate(point));
    }
  }

  private static ObjectNode mdp(PointResult point, int index) {
    MdpResult mdp = point.mdps().get(index);
    int states = mdp.exact().metaGradient().states();
    int actions = mdp.exact().metaGradient().actions();
    Measures m = mdp.measures();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode exact = node.putObject("exact");
    exact.set("objective", Json.number(mdp.exact().objective()));
    exact.set("metaGradient", Json.matrix(mdp.exact().metaGradient().rows()));
    exact.set("horizonBias", Json.number(mdp.limits().horizonBias()));
    exact.set("horizonDiscount", Json.number(mdp.exact().horizonDiscount()));
    node.put("trials", m.trials());
    node.put("nonFiniteTrials", m.nonFiniteTrials());
    node.set("mean", Json.matrix(Tables.unflatten(m.mean(), states, actions)));
    node.set("standardError", Json.matrix(Tables.unflatten(m.standardError(), states, actions)));
    node.set("innerError", Json.vector(m.innerError()));
    for (BiasMeasure measure : BiasMeasure.values()) {
      node.set(measure.key(), measure.json(point, index));
    }
    return node;
  }

  private static ObjectNode aggregate(PointResult point) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("mdps", point.mdps().size());
    node.put("trials", point.trials());
    node.put("nonFiniteTrials", point.nonFiniteTrials());
    ArrayNode inner = node.putArray("innerError");
    point.innerErrors().forEach(error -> inner.add(mean(error)));
    for (BiasMeasure measure : BiasMeasure.values()) {
      node.set(measure.key(), measure.json(point));
    }
    return node;
  }

  /** Every measure of every MDP, one row for each. */
  static CsvTable csv(BiasResult result) {
    List<String> header =
        new ArrayList<>(List.of("curve", "variable", "value", "mdp", "trials", "objective"));
    for (BiasMeasure measure : BiasMeasure.values()) {
      header.addAll(measure.columns());
    }
    header.add("nonFiniteTrials");
    header.add("biasRoute");
    CsvTable table = new CsvTable(header);
    for (CurveResult curve : result.curves()) {
      String variable = curve.spec().sweep().map(s -> s.variable().token()).orElse("");
      for (PointResult point : curve.points()) {
        for (int i = 0; i < point.mdps().size(); i++) {
          MdpResult mdp = point.mdps().get(i);
          List<Object> cells =
              new ArrayList<>(
                  List.of(
                      curve.label(),
                      variable,
                      point.sweepValue(),
                      i,
                      mdp.measures().trials(),
                      mdp.exact().objective()));
          for (BiasMeasure measure : BiasMeasure.values()) {
            cells.addAll(measure.cells(point, i));
          }
          cells.add(mdp.measures().nonFiniteTrials());
          cells.add(mdp.measures().route().token());
          table.row(cells);
        }
      }
    }
    return table;
  }
}
