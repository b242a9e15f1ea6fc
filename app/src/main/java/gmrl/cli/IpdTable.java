package gmrl.cli;

import gmrl.experiment.Counted;
import gmrl.experiment.Stride;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaReport;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.SeedHistory;
import gmrl.meta.MeanEstimate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Repeated-game results as tables for people. */
final class IpdTable {
  private IpdTable() {}

  static TextTable presets() {
    TextTable table = new TextTable("preset", "condition", "figure");
    for (LolaStudy figure : LolaFigures.all()) {
      for (LolaCondition condition : figure.conditions()) {
        table.row(condition.id(), condition.label(), figure.title());
      }
    }
    return table;
  }

  static String write(
      LolaStudy study, RunOptions.Outcome<List<LolaSnapshot>> outcome, int recordEvery) {
    StringBuilder text = new StringBuilder();
    long updates = 0;
    double steps = 0;
    int seeds = 0;
    for (int c = 0; c < outcome.result().size(); c++) {
      LolaSnapshot result = outcome.result().get(c);
      if (study.conditions().size() > 1) {
        text.append(c == 0 ? "" : "\n").append(study.conditions().get(c).label()).append(": ");
      }
      write(text, study.specs().get(c), result, recordEvery);
      long made = (long) result.updatesMade() * result.seeds().size();
      updates += made;
      steps += (double) result.config().stepsPerUpdate() * made;
      seeds = Math.max(seeds, result.seeds().size());
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "mean ± standard error over %s; %s%s%s%n",
                Counted.of(seeds, "seed"),
                Counted.of(updates, "update"),
                Double.isNaN(outcome.seconds())
                    ? ""
                    : String.format(
                        Locale.ROOT,
                        " in %.2f s, %.3g environment steps a second",
                        outcome.seconds(),
                        steps / outcome.seconds()),
                outcome.complete() ? "" : "; interrupted, this is what was computed"))
        .toString();
  }

  private static void write(
      StringBuilder text, LolaSpec spec, LolaSnapshot result, int recordEvery) {
    TextTable table =
        new TextTable(
            "update", "return", "cooperation", "gradient corr.", "outer exact", "rel. error");
    for (int update : Stride.updates(result.updates(), recordEvery)) {
      table.row(
          Integer.toString(result.seeds().get(0).get(update).update()),
          text(result.over(update, LolaUpdate::meanReturn)),
          text(result.over(update, LolaUpdate::meanCooperationRate)),
          text(result.over(update, LolaUpdate::meanCorrelation)),
          text(result.over(update, LolaUpdate::meanOuterExactCorrelation)),
          text(result.over(update, LolaUpdate::meanRelativeError)));
    }
    text.append(head(spec))
        .append("\n\n")
        .append(table)
        .append("\nlast return of each seed: ")
        .append(
            result.seeds().stream()
                .map(SeedHistory::last)
                .map(last -> number(last.meanReturn()))
                .collect(Collectors.joining(", ")))
        .append('\n');
  }

  /** The comparison with what is known from elsewhere. */
  static String report(LolaStudy figure, List<LolaReport> rows) {
    TextTable table =
        new TextTable(
            "condition",
            "last return",
            "defecting",
            "gradient corr.",
            "rel. error",
            "elsewhere (s.d.)",
            "seeds",
            "update",
            "ours there",
            "apart",
            "who");
    for (LolaReport row : rows) {
      String[] own = {
        row.condition().label(),
        text(row.last()),
        row.defecting() + " of " + row.seeds(),
        text(row.correlation()),
        String.format(Locale.ROOT, "%.2f", row.relativeError())
      };
      if (row.comparisons().isEmpty()) {
        table.row(cells(own, "-", "", "", "", "", ""));
      }
      boolean first = true;
      for (LolaReport.Comparison comparison : row.comparisons()) {
        LolaCondition.Known known = comparison.known();
        table.row(
            cells(
                first ? own : new String[] {"", "", "", "", ""},
                String.format(Locale.ROOT, "%.2f ± %.2f", known.mean(), known.standardDeviation()),
                Integer.toString(known.seeds()),
                Integer.toString(known.update()),
                text(comparison.ours()),
                String.format(Locale.ROOT, "%+.1f s.e.", comparison.distance()),
                known.source()));
        first = false;
      }
    }
    return figure.title() + "\n" + figure.source() + "\n\n" + table;
  }

  private static String[] cells(String[] own, String... more) {
    return Stream.concat(Stream.of(own), Stream.of(more)).toArray(String[]::new);
  }

  /** A specification in one line. */
  static String describe(LolaSpec spec) {
    return head(spec)
        + String.format(
            Locale.ROOT,
            "; %s, %s from %d",
            Counted.of(spec.updates(), "update"),
            Counted.of(spec.seeds(), "seed"),
            spec.seed());
  }

  private static String head(LolaSpec spec) {
    LolaConfig config = spec.config();
    return String.format(
        Locale.ROOT,
        "%s, γ %s, %s: %s of step %s; inner %s, Hessian %s, outer %s; rollouts of %d%s",
        config.game().name(),
        config.discount(),
        config.estimator().label(),
        Counted.of(config.lookaheads(), "lookahead"),
        config.innerRate(),
        config.inner(),
        config.hessian(),
        config.outer(),
        config.rollout(),
        config.opponentModel() > 0
            ? "; opponents modelled from " + config.opponentModel() + " rollouts"
            : "");
  }

  private static String text(MeanEstimate mean) {
    return TextTable.mean("%.3f", "%.3f", mean);
  }

  private static String number(double value) {
    return TextTable.number("%.3f", value);
  }
}
