package gmrl.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.Family;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.RouteChoice;
import gmrl.experiment.bias.Sweep;
import java.io.IOException;
import java.util.List;
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
final class BiasCommand implements Callable<Integer>, OfFamily {
  private static final BiasFamily FAMILY = new BiasFamily();

  @Option(
      names = "--preset",
      paramLabel = "ID",
      description = "begin with a published experiment (--preset list names them)")
  @Nullable String preset;

  @Mixin SpecOption document = new SpecOption();

  @Mixin SetupOptions setup = new SetupOptions();

  @Option(names = "--trials", paramLabel = "M", description = "trials per MDP and point")
  @Nullable Integer trials;

  @Option(names = "--seed", paramLabel = "N", description = "of everything random")
  @Nullable Long seed;

  @Option(
      names = "--sweep",
      paramLabel = "NAME=v1,v2,…",
      converter = BiasConverters.OfSweep.class,
      completionCandidates = BiasConverters.SweepVariables.class,
      description = "vary one of ${COMPLETION-CANDIDATES}")
  @Nullable Sweep sweep;

  @Mixin MeasuresOption columns = new MeasuresOption();
  @Mixin BiasExtras extras = new BiasExtras();
  @Mixin BroughtOptions brought = new BroughtOptions();

  @Option(
      names = "--route",
      paramLabel = "auto|sampled",
      converter = Converters.OfRoute.class,
      description =
          "how the bias is obtained: auto uses what is known exactly where that provably leaves the"
              + " mean alone, sampled only the trials; each result says by which route it came")
  @Nullable RouteChoice route;

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  /** Says what holds where an option is not given. */
  @Spec
  void command(CommandSpec spec) {
    spec.usageMessage()
        .footer("", "Where nothing else is said: " + BiasTable.describe(BiasSpec.paper()));
  }

  @Override
  public Family<?, ?> family() {
    return FAMILY;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    if ("list".equals(preset)) {
      output.deliver(BiasTable.presets(BiasPresets.all()));
      return 0;
    }
    BiasStudy study = base().map(this::change);
    output.remark(setup.idle(study.specs().stream().map(BiasSpec::setup).toList()));
    if (study.specs().stream().allMatch(spec -> spec.sweep().isPresent())) {
      List<String> varied =
          setup.swept(
              study.specs().stream()
                  .map(spec -> spec.sweep().orElseThrow().variable().token())
                  .distinct()
                  .toList());
      output.progress().ifPresent(err -> varied.forEach(err::println));
    }
    extras.check(study);
    brought.read(study);
    RunOptions.Outcome<BiasResult> outcome = run.execute(document, FAMILY, study, 1, output);
    boolean whole = outcome.complete() && extras.run(study, run, output);
    BiasResult result = brought.beside(outcome.result());
    output.deliver(
        Format.table,
        () -> {
          ObjectNode json = FAMILY.json(study, result, outcome.facts(1));
          extras.add(json);
          return json;
        },
        () -> extras.add(result, FAMILY.csv(study, result, 1)),
        () -> BiasTable.write(study, result, outcome.complete(), columns.chosen(), extras));
    brought.draw(study, result);
    return whole ? outcome.exitCode() : Interruption.CODE;
  }

  private BiasStudy base() {
    String id = preset;
    if (id != null && document.isGiven()) {
      throw new IllegalArgumentException(
          "--preset and --spec exclude each other, expected one of them");
    }
    return id == null ? run.base(document, FAMILY) : BiasPresets.find(id);
  }

  private BiasSpec change(BiasSpec base) {
    BiasSpec spec =
        new BiasSpec(
            setup.apply(base.setup()),
            trials == null ? base.trials() : trials,
            seed == null ? base.seed() : seed,
            base.sweep(),
            route == null ? base.route() : route);
    Sweep values = sweep;
    try {
      return values == null ? spec : spec.withSweep(values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--sweep: " + e.getMessage(), e);
    }
  }
}
