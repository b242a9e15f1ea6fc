package gmrl.cli;

import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaCsv;
import gmrl.experiment.ipd.LolaExperiment;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaJson;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.ipd.LolaSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** LOLA on repeated 2×2 games over several seeds. */
@Command(
    name = "ipd",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Learners that shape each other in the iterated prisoner's dilemma.")
final class IpdCommand implements Callable<Integer> {
  @Option(
      names = "--preset",
      paramLabel = "ID",
      description = "begin with a published condition (--preset list names them)")
  @Nullable String preset;

  @Option(names = "--spec", paramLabel = "FILE", description = "begin with an experiment file")
  @Nullable Path file;

  @Mixin IpdOptions options = new IpdOptions();

  @Mixin RecordOptions record = new RecordOptions();

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    record.check();
    if ("list".equals(preset)) {
      output.deliver(IpdTable.presets());
      return 0;
    }
    LolaSpec spec = options.apply(base());
    long start = System.nanoTime();
    RunOptions.Outcome<LolaSnapshot> outcome =
        run.execute(
            new LolaExperiment(spec),
            new RunOptions.Keeping<>(
                "ipd", LolaJson.write(spec), snapshot -> LolaCsv.write(snapshot, record.every())),
            output.progress());
    double seconds = (System.nanoTime() - start) / 1e9;
    LolaSnapshot result = outcome.result();
    output.deliver(
        switch (output.format(Format.table)) {
          case json -> Json.pretty(LolaJson.write(spec, result, record.every(), seconds));
          case csv -> LolaCsv.write(result, record.every());
          case table -> IpdTable.write(spec, result, record.every(), seconds, outcome.complete());
        });
    return outcome.exitCode();
  }

  private LolaSpec base() {
    String id = preset;
    Path path = file;
    if (id != null && path != null) {
      throw new IllegalArgumentException(
          "--preset and --spec exclude each other, expected one of them");
    }
    if (path != null) {
      return LolaJson.read(JsonView.read(path));
    }
    return id == null
        ? LolaSpec.DEFAULT
        : LolaFigures.all().stream()
            .flatMap(figure -> figure.conditions().stream())
            .filter(condition -> condition.id().equals(id))
            .findFirst()
            .map(LolaCondition::spec)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--preset is '" + id + "', expected one that --preset list names"));
  }
}
