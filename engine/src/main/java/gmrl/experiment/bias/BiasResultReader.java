package gmrl.experiment.bias;

import com.fasterxml.jackson.databind.node.TextNode;
import gmrl.experiment.EstimateJson;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.bias.BiasResult.CurveResult;
import gmrl.experiment.bias.BiasResult.MdpResult;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Tables;
import gmrl.meta.Measures;
import gmrl.meta.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what {@link BiasResultJson} writes: all of a result. What follows from other numbers — the
 * aggregates, the last inner error, costs and rates — is left to be computed again.
 */
final class BiasResultReader {
  private static final RecordJson CODEC =
      new RecordJson(
          EstimateJson.types()
              .tree(
                  Route.class,
                  route -> TextNode.valueOf(route.token()),
                  (name, json) -> route(json))
              .module());

  private BiasResultReader() {}

  static KeptResult<BiasStudy, BiasResult> read(JsonView json) {
    RunFacts run = RunFacts.read(json);
    List<CurveResult> curves = new ArrayList<>();
    if (json.has("curves")) {
      json.at("curves").elements().forEach(c -> curves.add(curve(c, c.at("label").text(), run)));
    } else {
      BiasStudy unnamed = BiasStudy.of(BiasSpec.paper());
      curves.add(
          curve(
              json,
              json.has("study") ? json.at("label").text() : unnamed.curves().get(0).label(),
              run));
    }
    Duration elapsed = Duration.ofNanos(Math.round(run.seconds() * 1e9));
    long steps = json.at("timing").at("environmentSteps").longInteger();
    BiasResult result = new BiasResult(curves, new BiasResult.Timing(elapsed, steps));
    try {
      return new KeptResult<>(study(json, curves), result, run);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static BiasStudy study(JsonView json, List<CurveResult> results) {
    if (!json.has("study")) {
      return BiasStudy.of(results.get(0).spec());
    }
    JsonView name = json.at("study");
    return new BiasStudy(
        name.at("id").text(),
        name.at("title").text(),
        name.at("sentence").text(),
        results.stream().map(c -> new BiasStudy.Curve(c.label(), c.spec())).toList());
  }

  private static CurveResult curve(JsonView json, String label, RunFacts run) {
    BiasSpec spec = BiasSpecJson.read(json.at("config"));
    List<PointResult> points =
        json.at("points").elements().stream().map(point -> point(point, spec, run)).toList();
    List<Double> asked = spec.sweep().map(Sweep::values).orElse(List.of());
    List<Double> there = points.stream().flatMap(point -> point.sweepValue().stream()).toList();
    if (run.complete() && !there.equals(asked)) {
      throw new IllegalArgumentException(
          json.at("points").place() + " are at " + there + ", expected " + asked);
    }
    return new CurveResult(label, spec, points);
  }

  private static PointResult point(JsonView json, BiasSpec spec, RunFacts run) {
    JsonView at = json.at("sweep").object();
    try {
      Optional<Double> value = spec.sweep().map(s -> at.at(s.variable().token()).number());
      TabularSetup setup =
          value.map(v -> spec.sweep().get().variable().apply(spec.setup(), v)).orElse(spec.setup());
      return new PointResult(
          setup,
          value,
          json.at("mdps").elements().stream().map(mdp -> mdp(mdp, spec, run)).toList());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static MdpResult mdp(JsonView json, BiasSpec spec, RunFacts run) {
    JsonView exact = json.at("exact");
    BiasResult.Exact truth =
        new BiasResult.Exact(
            exact.at("objective").numberOrUndefined(),
            table(exact.at("metaGradient")),
            exact.at("horizonDiscount").number());
    BiasResult.Limits limits =
        new BiasResult.Limits(
            exact.at("horizonBias").numberOrUndefined(),
            number(json, BiasMeasure.LIMIT_BIAS_SQUARED),
            number(json, BiasMeasure.LIMIT_RELATIVE_BIAS));
    for (String key : List.of("mean", "standardError")) {
      double[][] table = rows(json.at(key));
      int states = truth.metaGradient().states();
      if (table.length != states
          || Arrays.stream(table).anyMatch(row -> row.length != truth.metaGradient().actions())) {
        throw json.at(key)
            .unexpected(states + " × " + truth.metaGradient().actions() + " as metaGradient is");
      }
    }
    Measures measures = measures(json);
    int made = measures.trials() + measures.nonFiniteTrials();
    if (made > spec.trials() || (run.complete() && made < spec.trials())) {
      throw json.at("trials").unexpected("the " + spec.trials() + " of config.trials");
    }
    return new MdpResult(truth, measures, limits);
  }

  private static Table table(JsonView json) {
    try {
      return Table.of("metaGradient", json.matrix());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static Measures measures(JsonView json) {
    JsonView bias = json.at(BiasMeasure.BIAS_SQUARED.key());
    return CODEC.readAmongOthers(
        json.with("mean", flat(json.at("mean")))
            .with("standardError", flat(json.at("standardError")))
            .with("biasSquaredError", bias.at("standardError").numberOrUndefined())
            .with("route", route(bias.at("route"))),
        Measures.class);
  }

  private static double number(JsonView json, BiasMeasure measure) {
    return json.at(measure.key()).numberOrUndefined();
  }

  private static double[] flat(JsonView json) {
    return Tables.flatten(rows(json));
  }

  private static double[][] rows(JsonView json) {
    return json.elements().stream().map(JsonView::numbersOrUndefined).toArray(double[][]::new);
  }

  private static Route route(JsonView json) {
    return Arrays.stream(Route.values())
        .filter(route -> route.token().equals(json.text()))
        .findFirst()
        .orElseThrow(
            () ->
                json.unexpected(
                    Arrays.stream(Route.values())
                        .map(Route::token)
                        .collect(Collectors.joining(", "))));
  }
}
