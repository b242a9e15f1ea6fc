package gmrl.cli;

import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.Counted;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.PlainText;
import gmrl.experiment.store.StoredRun;
import gmrl.experiment.sweep.SweepExperiment;
import gmrl.experiment.sweep.SweepPlan;
import gmrl.experiment.sweep.SweepTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A grid or a random design over any parameters of any family. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a grid or a random design over any parameters of any family, into one table.",
      "FILE is {\"family\":\"bias\", \"config\":{…}, \"parameters\":{\"alpha\":[1,3,10],"
          + " \"mdp.generated.states\":{\"from\":5,\"to\":40,\"count\":8,\"whole\":true}}}; with"
          + " \"random\":{\"points\":100,\"seed\":1} the points are drawn. Every point is checked"
          + " before the first one runs.",
      "A sweep that is kept with --run goes on where it stopped when the same command is given"
          + " again."
    })
final class SweepCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "the sweep; that of the folder of --run if there is none")
  @Nullable Path file;

  @Option(
      names = "--master",
      paramLabel = "ADDRESS",
      description =
          "who runs the points: local (threads of this machine, the default), or Spark, as"
              + " spark://HOST:PORT, local-cluster[2,1,1024], yarn or k8s://…; the numbers are the"
              + " same")
  String master = SweepExperiment.LOCAL;

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    SweepPlan plan = plan();
    RunOptions.Outcome<SweepTable> outcome = run.resumable(plan, master, output);
    SweepTable table = outcome.result();
    List<String> failures = table.failures();
    output.deliver(Format.table, table::json, table::csv, () -> table(table, outcome.complete()));
    if (!failures.isEmpty()) {
      output
          .errors()
          .println(
              failures.size()
                  + " of "
                  + Counted.of(plan.size(), "point")
                  + " failed, the first: "
                  + PlainText.line(failures.get(0), PlainText.SENTENCE));
    }
    return outcome.exitCode() == 0 && failures.size() == plan.size() ? 1 : outcome.exitCode();
  }

  private SweepPlan plan() {
    Path given = file;
    if (given != null) {
      return SweepPlan.read(JsonView.read(given));
    }
    Path folder = run.run;
    if (folder == null || !StoredRun.isRun(folder)) {
      throw new IllegalArgumentException(
          "a sweep needs its FILE, or --run with the folder of one to go on with");
    }
    StoredRun stored = StoredRun.glance(folder);
    if (!stored.kind().equals(SweepPlan.KIND)) {
      throw new IllegalArgumentException(
          "--run: %s holds a run of %s, expected one of %s"
              .formatted(folder, stored.kind(), SweepPlan.KIND));
    }
    return SweepPlan.read(stored.config());
  }

  /** For people: the parameters and the first measures. */
  private static String table(SweepTable sweep, boolean complete) {
    CsvTable csv = sweep.csv();
    int columns = Math.min(csv.header().size(), sweep.plan().parameters().size() + COLUMNS);
    return FamilyCommand.plain(csv.first(columns))
        + (columns < csv.header().size()
            ? String.format(
                Locale.ROOT,
                "%nthe first %d of %d columns; --format csv has all of them%n",
                columns,
                csv.header().size())
            : "")
        + (complete ? "" : "interrupted, this is what was computed\n");
  }

  private static final int COLUMNS = 11;
}
