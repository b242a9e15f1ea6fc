package gmrl.cli;

import gmrl.experiment.Family;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** LOLA on repeated 2×2 games over several seeds. */
@Command(
    name = "ipd",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Learners that shape each other in the iterated prisoner's dilemma.")
final class IpdCommand implements Callable<Integer>, OfFamily {
  private static final LolaFamily FAMILY = new LolaFamily();

  @Option(
      names = "--preset",
      paramLabel = "ID",
      description = "begin with a published condition (--preset list names them)")
  @Nullable String preset;

  @Mixin SpecOption document = new SpecOption();

  @Mixin IpdOptions options = new IpdOptions();

  @Mixin RecordOptions record = new RecordOptions();

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  /** Says what holds where an option is not given. */
  @Spec
  void command(CommandSpec spec) {
    spec.usageMessage()
        .footer("", "Where nothing else is said: " + IpdTable.describe(LolaSpec.DEFAULT));
  }

  @Override
  public Family<?, ?> family() {
    return FAMILY;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    record.check();
    if ("list".equals(preset)) {
      output.deliver(IpdTable.presets());
      return 0;
    }
    LolaStudy study = base().map(options::apply);
    options.remark().ifPresent(words -> output.progress().ifPresent(err -> err.println(words)));
    RunOptions.Outcome<List<LolaSnapshot>> outcome =
        run.execute(document, FAMILY, study, record.every(), output);
    return output.deliver(
        FAMILY,
        study,
        outcome,
        record.every(),
        () -> IpdTable.write(study, outcome, record.every()));
  }

  private LolaStudy base() {
    String id = preset;
    if (id != null && document.isGiven()) {
      throw new IllegalArgumentException(
          "--preset and --spec exclude each other, expected one of them");
    }
    return id == null
        ? run.base(document, FAMILY)
        : LolaFigures.all().stream()
            .flatMap(figure -> figure.conditions().stream())
            .filter(condition -> condition.id().equals(id))
            .findFirst()
            .map(condition -> LolaStudy.of(condition.spec()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--preset is '" + id + "', expected one that --preset list names"));
  }
}
