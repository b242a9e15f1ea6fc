package gmrl.cli;

import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.atari.AtariReport;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.RecordedRuns;
import gmrl.meta.Interval;
import gmrl.numpy.Npz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Final returns of learners on games, and whether they differ. */
@Command(
    name = "atari",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Final returns of learners on games with intervals over seeds, and their differences.",
      "A final return is the mean over the games of the last tenth of a run. Intervals are 95 %%,"
          + " after Student and Welch; the probability of improvement is that a seed of the first"
          + " beats one of the second. 'inconclusive': the interval of the difference holds 0.",
      "--out FILE.npz writes the scores as rliable takes them: one array [seeds][games] for each"
          + " learner, and the games."
    })
final class AtariReportCommand implements Callable<Integer> {
  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description =
          "recorded runs or run folders of atari in these folders; without, the recorded runs that"
              + " come with the laboratory. May be given several times")
  List<Path> folders = new ArrayList<>();

  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    List<RecordedRuns.Brief> runs = new ArrayList<>();
    if (folders.isEmpty()) {
      runs.addAll(RecordedRuns.shipped());
      if (runs.isEmpty()) {
        throw new IllegalArgumentException(
            "no recorded runs come with this version; expected --runs DIR");
      }
    }
    List<String> damaged = new ArrayList<>();
    folders.forEach(folder -> runs.addAll(RecordedRuns.of(folder, damaged::add)));
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("--runs: " + String.join("; ", damaged));
    }
    // Beside whatever is written: a document that is read by a program may hide it.
    damaged.forEach(sentence -> output.errors().println("--runs: " + sentence));
    AtariReport report = AtariReport.of(runs, damaged);
    if (!output.deliverArrays(() -> Npz.write(report.scores()), () -> report.csv().text())) {
      output.deliver(Format.table, report::json, report::csv, () -> table(report));
    }
    return 0;
  }

  private static String table(AtariReport report) {
    StringBuilder left = new StringBuilder();
    report.left().forEach(s -> left.append("left out: ").append(s).append('\n'));
    if (report.rows().isEmpty()) {
      return "no run has made all its steps yet, so there is no final return to report\n" + left;
    }
    TextTable rows = new TextTable("game", "steps", "learner", "seeds", "final return");
    for (AtariReport.Row row : report.rows()) {
      rows.row(
          row.label(),
          Long.toString(row.steps()),
          row.learner(),
          Integer.toString(row.scores().size()),
          text(row.mean()));
    }
    TextTable pairs =
        new TextTable("game", "difference", "", "probability of improvement", "verdict");
    for (AtariReport.Pair pair : report.pairs()) {
      pairs.row(
          pair.first().label(),
          pair.first().learner() + " − " + pair.second().learner(),
          text(pair.comparison().difference()),
          text(pair.comparison().improvement()),
          pair.verdict());
    }
    return String.format(
        Locale.ROOT,
        "%s%n%s%nfinal: mean over the games of the last %.0f %% of a run; 95 %% intervals over"
            + " seeds%n%s",
        rows,
        pairs,
        100 * AtariResult.FINAL_SHARE,
        left);
  }

  private static String text(Interval interval) {
    return Double.isNaN(interval.low())
        ? String.format(Locale.ROOT, "%.2f", interval.value())
        : String.format(
            Locale.ROOT, "%.2f [%.2f, %.2f]", interval.value(), interval.low(), interval.high());
  }
}
