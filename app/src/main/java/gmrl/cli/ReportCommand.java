package gmrl.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.ipd.LolaCsv;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaJson;
import gmrl.experiment.ipd.LolaReport;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Our numbers beside those known from elsewhere. */
@Command(
    name = "report",
    subcommands = {AtariReportCommand.class, ClaimsReportCommand.class},
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the published conditions on repeated games and prints our numbers beside those known"
          + " from elsewhere.",
      "Returns are expected rewards per step, mean ± standard error over seeds; a seed counts as"
          + " defecting below "
          + LolaReport.DEFECTION
          + ". The relative error is a median over updates. Numbers from"
          + " elsewhere are means over seeds with their standard deviation; 'apart' is the"
          + " difference in standard errors of the difference.",
      "The default condition is a lottery: about one seed in three defects, here (33 of 100) as in"
          + " an independent program (34 of 100). The six seeds of the authors' program, of which"
          + " five defect, lie below both; chance alone would do that once in fifty times."
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ipd",
      description =
          "the family of experiments to report on: ipd; atari and claims have options of their own")
  String family = "";

  @Option(
      names = "--figure",
      paramLabel = "ID",
      split = ",",
      completionCandidates = IpdConverters.GameFigures.class,
      description = "only these figures: ${COMPLETION-CANDIDATES}")
  List<String> figures = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "number of seeds instead of the figure's")
  @Nullable Integer seeds;

  @Option(names = "--seed", paramLabel = "N", description = "first seed instead of the figure's")
  @Nullable Long seed;

  @Option(names = "--updates", paramLabel = "N", description = "updates instead of the figure's")
  @Nullable Integer updates;

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    if (family.isEmpty()) {
      throw new IllegalArgumentException("report needs a family, expected ipd or atari, or claims");
    }
    if (!family.equals("ipd")) {
      throw new IllegalArgumentException(
          "no report on '" + family + "', expected ipd or atari, or claims");
    }
    if (run.run != null) {
      throw new IllegalArgumentException(
          "--run keeps one experiment and a report runs many; expected ipd --preset ID --run DIR");
    }
    List<LolaStudy> wanted =
        figures.isEmpty()
            ? LolaFigures.all()
            : figures.stream().distinct().map(LolaFigures::named).toList();
    List<LolaStudy> done = new ArrayList<>();
    List<List<LolaReport>> reports = new ArrayList<>();
    int code = 0;
    for (LolaStudy figure : wanted) {
      RunOptions.Outcome<List<LolaSnapshot>> outcome;
      try {
        outcome = execute(figure);
      } catch (IllegalStateException e) {
        if (!Interruption.token().isCancelled() || done.isEmpty()) {
          throw e;
        }
        // Interrupted before this figure had anything: those before it are whole.
        code = Interruption.CODE;
        break;
      }
      code = outcome.exitCode();
      if (!outcome.complete()) {
        break;
      }
      List<LolaReport> rows = new ArrayList<>();
      for (int i = 0; i < outcome.result().size(); i++) {
        rows.add(LolaReport.of(figure.conditions().get(i), outcome.result().get(i)));
      }
      done.add(figure);
      reports.add(rows);
    }
    write(done, reports);
    return code;
  }

  private void write(List<LolaStudy> done, List<List<LolaReport>> reports) throws IOException {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    CsvTable csv = LolaCsv.reports();
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < done.size(); i++) {
      json.add(LolaJson.write(done.get(i), reports.get(i)));
      LolaCsv.add(csv, done.get(i), reports.get(i));
      table.append(IpdTable.report(done.get(i), reports.get(i))).append('\n');
    }
    output.deliver(Format.table, () -> json, () -> csv, table::toString);
  }

  private RunOptions.Outcome<List<LolaSnapshot>> execute(LolaStudy figure) {
    return run.execute(new LolaFamily().experiment(figure.map(this::change)), output);
  }

  private LolaSpec change(LolaSpec spec) {
    return spec.over(
        updates == null ? spec.updates() : updates,
        seed == null ? spec.seed() : seed,
        seeds == null ? spec.seeds() : seeds);
  }
}
