package gmrl.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.state.SettingsStore;
import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.compare.ConfigDiff;
import gmrl.experiment.compare.DifferenceTest;
import gmrl.experiment.compare.RunComparison;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.store.StoredRun;
import gmrl.meta.MeanEstimate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two stored runs beside each other. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares two runs that --run has kept: in which settings they differ, and whether their"
          + " numbers do.",
      "The test is Student's, paired where both runs have the same MDPs or seeds and Welch's"
          + " otherwise. The interval holds 95 %% for each row alone: of many rows some are clear"
          + " by chance."
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "folder of the first run; a run that the window has kept may be named alone")
  Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN", description = "folder of the second run")
  Path second = Path.of("");

  @Option(
      names = "--measure",
      paramLabel = "NAME",
      description = "what is compared (default: what the family is about, such as relativeBias)")
  String measure = "";

  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    StoredRun a = open(first);
    StoredRun b = open(second);
    RunComparison both =
        measure.isEmpty() ? RunComparison.of(a, b) : RunComparison.of(a, b, measure);
    output.deliver(Format.table, () -> json(both), () -> csv(both), () -> table(both));
    return 0;
  }

  private static StoredRun open(Path folder) {
    // A kept run of the window may be named alone.
    Path kept = SettingsStore.ofUser().folder().resolve("runs").resolve(folder);
    if (!StoredRun.isRun(folder) && StoredRun.isRun(kept)) {
      return StoredRun.open(kept);
    }
    if (!StoredRun.isRun(folder)) {
      throw new IllegalArgumentException(
          folder + " holds no run.json, expected the folder of a run that --run has kept");
    }
    return StoredRun.open(folder);
  }

  private static String table(RunComparison both) {
    StringBuilder text = new StringBuilder();
    text.append("first   ").append(both.first().path()).append('\n');
    text.append("second  ").append(both.second().path()).append('\n');
    if (both.changes().isEmpty()) {
      text.append("The settings are the same.\n");
    }
    both.changes().forEach(change -> text.append("        ").append(change.arrow()).append('\n'));
    text.append('\n').append(both.measure().label()).append('\n');
    TextTable table =
        new TextTable(
            "curve", "at", "first", "second", "difference", "95 % interval", "t", "df", "p", "");
    for (RunComparison.Row row : both.rows()) {
      DifferenceTest test = row.test();
      table.row(
          row.curve(),
          row.place(),
          TextTable.mean("%.4g", "%.2g", test.first()),
          TextTable.mean("%.4g", "%.2g", test.second()),
          TextTable.number("%.4g", test.difference().value()),
          Double.isNaN(test.difference().low())
              ? "-"
              : TextTable.number("%.4g", test.difference().low())
                  + " to "
                  + TextTable.number("%.4g", test.difference().high()),
          TextTable.number("%.2f", test.t()),
          TextTable.number("%.1f", test.freedom()),
          TextTable.number("%.3g", test.p()),
          verdict(test));
    }
    text.append(table).append('\n').append(both.pairing()).append('\n');
    both.left().forEach(line -> text.append(line).append(".\n"));
    return text.toString();
  }

  private static String verdict(DifferenceTest test) {
    return switch (test.verdict()) {
      case LARGER -> "second is larger";
      case SMALLER -> "second is smaller";
      case SAME -> "the same";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  private static CsvTable csv(RunComparison both) {
    CsvTable table =
        new CsvTable(
            "curve",
            "at",
            "first",
            "firstStandardError",
            "firstSamples",
            "second",
            "secondStandardError",
            "secondSamples",
            "difference",
            "low",
            "high",
            "paired",
            "t",
            "degreesOfFreedom",
            "p",
            "verdict");
    for (RunComparison.Row row : both.rows()) {
      DifferenceTest test = row.test();
      table.row(
          List.of(
              row.curve(),
              row.place(),
              test.first().mean(),
              test.first().standardError(),
              test.first().count(),
              test.second().mean(),
              test.second().standardError(),
              test.second().count(),
              test.difference().value(),
              test.difference().low(),
              test.difference().high(),
              test.paired(),
              test.t(),
              test.freedom(),
              test.p(),
              test.verdict().name().toLowerCase(Locale.ROOT)));
    }
    return table;
  }

  private static ObjectNode json(RunComparison both) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("first", run(both.first()));
    node.set("second", run(both.second()));
    ArrayNode changes = node.putArray("changes");
    for (ConfigDiff.Change change : both.changes()) {
      changes
          .addObject()
          .put("setting", change.setting())
          .put("first", change.firstWritten())
          .put("second", change.secondWritten());
    }
    node.put("measure", both.measure().key());
    node.put("pairing", both.pairing());
    ArrayNode rows = node.putArray("rows");
    for (RunComparison.Row row : both.rows()) {
      DifferenceTest test = row.test();
      ObjectNode one = rows.addObject().put("curve", row.curve()).put("at", row.place());
      one.set("first", mean(test.first()));
      one.set("second", mean(test.second()));
      ObjectNode difference = one.putObject("difference");
      difference.set("value", Json.number(test.difference().value()));
      difference.set("low", Json.number(test.difference().low()));
      difference.set("high", Json.number(test.difference().high()));
      one.put("paired", test.paired());
      one.set("t", Json.number(test.t()));
      one.set("degreesOfFreedom", Json.number(test.freedom()));
      one.set("p", Json.number(test.p()));
      one.put("verdict", test.verdict().name().toLowerCase(Locale.ROOT));
    }
    ArrayNode left = node.putArray("notCompared");
    both.left().forEach(left::add);
    return node;
  }

  private static ObjectNode run(StoredRun run) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("path", run.path().toString()).put("kind", run.kind());
    node.put("status", run.status().token());
    return node;
  }

  private static ObjectNode mean(MeanEstimate mean) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("mean", Json.number(mean.mean()));
    node.set("standardError", Json.number(mean.standardError()));
    return node.put("samples", mean.count());
  }
}
