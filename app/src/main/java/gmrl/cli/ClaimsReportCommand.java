package gmrl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import gmrl.app.claim.ClaimReport;
import gmrl.app.figure.FigureWriter;
import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.Work;
import gmrl.experiment.Workers;
import gmrl.experiment.claim.ClaimExperiment;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Claims;
import gmrl.experiment.claim.Relation;
import gmrl.experiment.claim.Verdict;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.meta.Interval;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the register of claims and says what numbers make of each. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Holds published claims about gradient bias, and ours, against experiments: supported,"
          + " contradicted or inconclusive, with numbers and intervals.",
      "Thresholds are fixed beforehand, in the claims' own files. With --out the report is written"
          + " as one HTML page, as Markdown and as JSON, again after each claim, so that an"
          + " interrupted report keeps what is done."
    })
final class ClaimsReportCommand implements Callable<Integer> {
  @Option(names = "--list", description = "list the claims and stop")
  boolean list;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "only these claims; --list names them")
  List<String> only = List.of();

  @Mixin BatchOptions batch = new BatchOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, csv, json, or jsonl (progress, too) on standard output (default:"
              + " ${DEFAULT-VALUE})",
      defaultValue = "table")
  Format format = Format.table;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "also write claims.html, claims.md, claims.json and the figures to this folder")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    PrintWriter results = batch.results();
    if (list) {
      TextTable table = new TextTable("id", "source", "claim");
      Claims.all()
          .forEach(claim -> table.row(claim.id(), claim.source().kind().word(), claim.statement()));
      results.print(table);
      results.flush();
      return 0;
    }
    List<ClaimSpec> wanted = wanted();
    prepareFolder();
    List<ClaimResult> done = new ArrayList<>();
    int code = 0;
    try (Workers workers = batch.workers()) {
      for (ClaimSpec claim : wanted) {
        done.add(run(claim, done.size(), wanted.size(), workers));
        write(new ClaimReport(done, wanted.size()));
      }
    } catch (CancellationException e) {
      code = Interruption.CODE;
    } finally {
      // Also if the folder cannot be written any longer.
      if (!done.isEmpty()) {
        results.print(text(new ClaimReport(done, wanted.size())));
        results.flush();
      }
    }
    return code;
  }

  private List<ClaimSpec> wanted() {
    List<ClaimSpec> all =
        only.isEmpty() ? Claims.all() : only.stream().distinct().map(Claims::find).toList();
    return all.stream()
        .map(claim -> batch.seed().map(claim::withSeed).orElse(claim))
        .map(claim -> batch.quick ? claim.quick() : claim)
        .toList();
  }

  private void prepareFolder() throws IOException {
    Path folder = out;
    if (folder != null) {
      FigureWriter.requireTools();
      BatchOptions.prepare(folder);
    }
  }

  private void write(ClaimReport report) throws IOException {
    Path folder = out;
    if (folder != null) {
      report.write(folder);
    }
  }

  private ClaimResult run(ClaimSpec claim, int before, int all, Workers workers) {
    boolean lines = format == Format.jsonl;
    ConsoleProgress progress = new ConsoleProgress(batch.progress().filter(shown -> !lines));
    ProgressLines told = new ProgressLines(lines ? Optional.of(batch.results()) : batch.lines());
    told.begin("claim", claim.id(), before + 1, all);
    ClaimExperiment experiment = new ClaimExperiment(claim);
    long total = experiment.total();
    ClaimResult result;
    try {
      result =
          experiment.run(
              workers,
              Interruption.token(),
              (now, snapshot) -> {
                Work work = new Work(now, total);
                progress.show(work);
                told.show(work);
              });
    } finally {
      progress.clear();
    }
    String verdict = result.verdict().map(Verdict::word).orElse("");
    told.end("claim", claim.id(), "verdict", TextNode.valueOf(verdict));
    batch
        .progress()
        .ifPresent(
            err -> {
              err.printf(Locale.ROOT, "%d of %d  %-28s %s%n", before + 1, all, claim.id(), verdict);
              err.flush();
            });
    return result;
  }

  private String text(ClaimReport report) {
    return switch (format) {
      case json -> Json.pretty(report.json());
      case jsonl ->
          Json.line(
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("event", "result")
                      .set("result", report.json()))
              + "\n";
      case csv -> csv(report).text();
      case table -> table(report);
    };
  }

  private static String table(ClaimReport report) {
    StringBuilder text = new StringBuilder();
    for (ClaimResult result : report.results()) {
      ClaimSpec claim = result.claim();
      text.append(claim.title()).append(": ");
      text.append(result.verdict().map(Verdict::word).orElse("not done")).append('\n');
      text.append(claim.statement()).append(" (").append(claim.source().kind().word());
      text.append(")\n");
      TextTable table = new TextTable("finding", "number, 95 % interval", "expected", "verdict");
      for (ClaimResult.Answer answer : result.answers()) {
        String beside = answer.finding().beside();
        table.row(
            answer.finding().says() + (beside.isEmpty() ? "" : " (" + beside + ")"),
            answer.estimate().words(),
            answer.finding().relation().map(Relation::words).orElse(""),
            answer.verdict().map(Verdict::word).orElse("not judged"));
      }
      text.append(table).append('\n');
    }
    return text.toString();
  }

  private static CsvTable csv(ClaimReport report) {
    CsvTable table =
        new CsvTable(
            "claim",
            "finding",
            "value",
            "low",
            "high",
            "samples",
            "expected",
            "verdict",
            "claimVerdict");
    for (ClaimResult result : report.results()) {
      for (ClaimResult.Answer answer : result.answers()) {
        Interval i = answer.estimate().interval();
        table.row(
            result.claim().id(),
            answer.finding().says(),
            i.value(),
            i.low(),
            i.high(),
            answer.estimate().samples(),
            answer.finding().relation().map(Relation::words),
            answer.verdict().map(Verdict::word),
            result.verdict().map(Verdict::word));
      }
    }
    return table;
  }
}
