package gmrl.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasResultJson;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.BiasStudyJson;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One bias estimate or a sweep of them on tabular problems. */
@Command(
    name = "bias",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Bias and variance of a meta-gradient estimate on tabular problems.")
final class BiasCommand implements Callable<Integer> {
  @Option(
      names = "--preset",
      paramLabel = "ID",
      description = "begin with a published experiment (--preset list names them)")
  @Nullable String preset;

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "begin with an experiment file or a state link (gmrl:…)")
  @Nullable String file;

  @Mixin SetupOptions setup = new SetupOptions();

  @Option(names = "--trials", paramLabel = "M", description = "trials per MDP and point")
  @Nullable Integer trials;

  @Option(names = "--seed", paramLabel = "N", description = "of everything random")
  @Nullable Long seed;

  @Option(
      names = "--sweep",
      paramLabel = "NAME=v1,v2,…",
      converter = Converters.OfSweep.class,
      description = "vary alpha, steps, samples or hessian-coef")
  @Nullable Sweep sweep;

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  /** Says what holds where an option is not given. */
  @Spec
  void command(CommandSpec spec) {
    spec.usageMessage()
        .footer("", "Where nothing else is said: " + BiasTable.describe(BiasSpec.paper()));
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    if ("list".equals(preset)) {
      output.deliver(BiasTable.presets(BiasPresets.all()));
      return 0;
    }
    BiasStudy study = base().map(this::change);
    RunOptions.Outcome<BiasResult> outcome =
        run.execute(
            new BiasExperiment(study),
            new RunOptions.Keeping<>("bias", config(study), BiasResultJson::csv),
            output.progress());
    output.deliver(
        switch (output.format(Format.table)) {
          case json -> Json.pretty(BiasResultJson.write(outcome.result(), outcome.complete()));
          case csv -> BiasResultJson.csv(outcome.result());
          case table -> BiasTable.write(study, outcome.result(), outcome.complete());
        });
    return outcome.exitCode();
  }

  private static ObjectNode config(BiasStudy study) {
    return study.curves().size() == 1
        ? BiasSpecJson.write(study.specs().get(0))
        : BiasStudyJson.write(study);
  }

  private BiasStudy base() {
    String id = preset;
    String path = file;
    if (id != null && path != null) {
      throw new IllegalArgumentException(
          "--preset and --spec exclude each other, expected one of them");
    }
    if (id != null) {
      return BiasPresets.find(id);
    }
    if (path == null) {
      return BiasStudy.of(BiasSpec.paper());
    }
    if (path.startsWith(gmrl.experiment.file.StateLink.PREFIX)) {
      return BiasStudyJson.readAny(
          JsonView.parse("the state link", gmrl.experiment.file.StateLink.decode(path)));
    }
    return BiasStudyJson.readAny(JsonView.read(Path.of(path)));
  }

  private BiasSpec change(BiasSpec base) {
    BiasSpec spec =
        new BiasSpec(
            setup.apply(base.setup()),
            trials == null ? base.trials() : trials,
            seed == null ? base.seed() : seed,
            base.sweep());
    Sweep values = sweep;
    try {
      return values == null ? spec : spec.withSweep(values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--sweep: " + e.getMessage(), e);
    }
  }
}
