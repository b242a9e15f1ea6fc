package gmrl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.LimitCurve;
import gmrl.experiment.bias.LimitExperiment;
import gmrl.experiment.bias.bound.BoundCurve;
import gmrl.experiment.bias.bound.BoundExperiment;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import gmrl.experiment.bias.diagnosis.ErrorDiagnosis;
import gmrl.experiment.bias.diagnosis.Findings;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What can be had beside the trials of a bias study: bounds, and where the error comes from. */
final class BiasExtras {
  @Option(
      names = "--bounds",
      description =
          "our bounds on bias², where theory speaks of it: the inner slot alone is sampled, or the"
              + " Hessian alone has a controlled error. An estimate, its constants measured along a"
              + " few sampled paths, and a proved one, which is very loose")
  boolean bounds;

  @Option(
      names = "--limits",
      description =
          "what infinitely many trajectories would leave of the bias, in closed form: of every"
              + " sampled slot alone, and of every estimator in their place")
  boolean limits;

  @Option(
      names = "--headline",
      description =
          "what the error at the unswept point comes from and which single change would help most")
  boolean headline;

  private static final JsonNode NONE = MissingNode.getInstance();

  private final Map<String, BoundCurve> bound = new LinkedHashMap<>();
  private final List<LimitCurve> limit = new ArrayList<>();
  private final Map<String, Findings> findings = new LinkedHashMap<>();

  /**
   * Refuses what cannot be had, before anything is computed.
   *
   * @throws IllegalArgumentException in one sentence
   */
  void check(BiasStudy study) {
    if (bounds && BoundExperiment.bounded(study).isEmpty()) {
      throw new IllegalArgumentException(
          "--bounds: no curve has a sampled inner slot alone or a controlled Hessian error alone,"
              + " expected one");
    }
  }

  /**
   * Computes what was asked for.
   *
   * @return whether it came to its end; after an interruption the rest is left out
   */
  boolean run(BiasStudy study, RunOptions run, OutputOptions output) {
    try {
      if (bounds) {
        run.execute(new BoundExperiment(study.withCurves(BoundExperiment.bounded(study))), output)
            .result()
            .forEach(curve -> bound.put(curve.label(), curve));
      }
      if (limits) {
        limit.addAll(run.execute(new LimitExperiment(study), output).result());
      }
      if (headline) {
        for (BiasStudy.Curve curve : study.curves()) {
          Optional<ErrorDiagnosis> diagnosis = ErrorDiagnosis.of(curve.spec());
          if (diagnosis.isPresent()) {
            RunOptions.Outcome<BiasResult> outcome =
                run.execute(new BiasExperiment(diagnosis.get().study()), output);
            findings.put(curve.label(), diagnosis.get().read(outcome.result()));
          }
        }
      }
    } catch (IllegalStateException e) {
      if (!Interruption.token().isCancelled()) {
        throw e;
      }
    }
    return !Interruption.token().isCancelled();
  }

  /** Adds to a document. */
  void add(ObjectNode document) {
    if (bounds) {
      ArrayNode list = document.putArray("bounds");
      bound.values().forEach(curve -> list.add(curve.json()));
    }
    if (limits) {
      ArrayNode list = document.putArray("limits");
      limit.forEach(curve -> list.add(curve.json()));
    }
    if (headline) {
      ArrayNode list = document.putArray("headline");
      findings.forEach((label, f) -> list.addObject().put("curve", label).setAll(f.json()));
    }
  }

  /**
   * Adds to a table with one row for each MDP of each point of each curve: what is known of a point
   * or of a curve stands in all of its rows.
   */
  CsvTable add(BiasResult result, CsvTable table) {
    CsvTable wider = table;
    if (bounds) {
      wider =
          wider
              .with("biasSquaredBound", cells(result, BoundCurve::values))
              .with("biasSquaredProvedBound", cells(result, BoundCurve::proved));
    }
    if (limits) {
      Map<String, JsonNode> known = new HashMap<>();
      limit.forEach(curve -> known.put(curve.label(), curve.json().path("points")));
      wider =
          JsonColumns.add(
              wider,
              "limits",
              rows(
                  result,
                  (curve, p, mdp) -> {
                    JsonNode point = known.getOrDefault(curve, NONE).path(p);
                    return point.isObject() ? point.<ObjectNode>deepCopy().without("sweep") : NONE;
                  }));
    }
    if (headline) {
      Map<String, JsonNode> known = new HashMap<>();
      findings.forEach((label, f) -> known.put(label, f.json()));
      wider =
          JsonColumns.add(
              wider, "headline", rows(result, (curve, p, mdp) -> known.getOrDefault(curve, NONE)));
    }
    return wider;
  }

  private List<Object> cells(BiasResult result, Function<BoundCurve, List<List<Double>>> values) {
    return rows(
        result,
        (curve, p, mdp) -> {
          BoundCurve known = bound.get(curve);
          return known == null ? "" : values.apply(known).get(p).get(mdp);
        });
  }

  /** What stands in the row of an MDP at a point of a curve. */
  private interface Row<T> {
    T of(String curve, int point, int mdp);
  }

  private static <T> List<T> rows(BiasResult result, Row<T> row) {
    List<T> all = new ArrayList<>();
    for (BiasResult.CurveResult curve : result.curves()) {
      for (int p = 0; p < curve.points().size(); p++) {
        for (int mdp = 0; mdp < curve.points().get(p).mdps().size(); mdp++) {
          all.add(row.of(curve.label(), p, mdp));
        }
      }
    }
    return all;
  }

  /** The columns of a point; empty if there are none. */
  List<String> cells(String label, int point) {
    if (!bounds) {
      return List.of();
    }
    BoundCurve known = bound.get(label);
    return known == null
        ? List.of("-", "-")
        : Stream.of(known.mean(point), known.provedMean(point))
            .map(value -> String.format(Locale.ROOT, "%.4g", value))
            .toList();
  }

  /** Lines for people; empty if there are none. */
  String lines() {
    StringBuilder text = new StringBuilder();
    limit.forEach(curve -> text.append('\n').append(limits(curve)));
    findings.forEach(
        (label, f) -> {
          TextTable table =
              new TextTable(label, "angle", "rms bias", "rms noise", "rms error", "gain");
          row(table, "as it is", f.now(), "");
          f.sources().forEach(s -> row(table, s.what().token() + " alone", s.budget(), ""));
          f.best()
              .ifPresent(
                  b ->
                      row(
                          table,
                          "best change: " + b.what().token(),
                          b.budget(),
                          percent(f.gain()) + (f.isGainClear() ? "" : ", not clear")));
          text.append('\n').append(table);
        });
    if (!findings.isEmpty()) {
      text.append(
          "\nrms: root of the mean square over MDPs of what is relative to ‖g‖, ± half of its 95 %"
              + " interval; the table above has means\n");
    }
    return text.toString();
  }

  private static TextTable limits(LimitCurve curve) {
    TextTable table =
        new TextTable(curve.label(), "as |τ| → ∞", "rel. bias", "bias²", "horizon bias");
    for (int p = 0; p < curve.points().size(); p++) {
      LimitCurve.Point point = curve.points().get(p);
      int at = p;
      String where =
          curve
              .spec()
              .sweep()
              .map(s -> s.variable().token() + " " + Json.number(s.values().get(at)).asText())
              .orElse("-");
      point.slots().forEach((slot, limits) -> row(table, where, slot + " alone", limits));
      point.estimators().forEach((e, limits) -> row(table, where, e.token(), limits));
    }
    return table;
  }

  private static void row(TextTable table, String where, String what, BiasResult.Limits limits) {
    table.row(
        where,
        what,
        TextTable.number("%.4g", limits.relativeBias()),
        TextTable.number("%.4g", limits.biasSquared()),
        TextTable.number("%.4g", limits.horizonBias()));
  }

  private static void row(TextTable table, String name, ErrorBudget budget, String gain) {
    table.row(
        name,
        in("%.1f", budget.angle(), "°"),
        Double.isFinite(budget.bias())
            ? percent(budget.bias()) + " ± " + percent(budget.biasHalfWidth())
            : "-",
        percent(budget.noise()),
        percent(budget.total()),
        gain);
  }

  private static String percent(double share) {
    return in("%.3g", 100 * share, " %");
  }

  private static String in(String format, double value, String unit) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) + unit : "-";
  }
}
