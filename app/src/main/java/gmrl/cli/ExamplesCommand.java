package gmrl.cli;

import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleReport;
import gmrl.experiment.example.ExampleSnapshot;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.experiment.example.Examples;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Small meta-learning problems on the differentiation library. */
@Command(
    name = "examples",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Run an example of differentiable optimisation; without a name, list them.")
final class ExamplesCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "maml-sine, imaml-ridge, reweight, …")
  @Nullable String id;

  @Option(names = "--seed", paramLabel = "N", description = "of everything random (default: 42)")
  long seed = 42;

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    String name = id;
    if (name == null) {
      output.deliver(list());
      return 0;
    }
    Example example = Examples.byId(name, seed);
    RunOptions.Outcome<ExampleSnapshot> outcome =
        run.execute(
            example,
            new RunOptions.Keeping<>("example", ExampleReport.config(example), ExampleReport::csv),
            output.progress());
    output.deliver(
        switch (output.format(Format.table)) {
          case json ->
              Json.pretty(ExampleReport.json(example, outcome.result(), outcome.complete()));
          case csv -> ExampleReport.csv(outcome.result());
          case table -> table(outcome.result());
        });
    return outcome.exitCode();
  }

  private static String list() {
    TextTable table = new TextTable("example", "what it shows");
    Examples.all(0).forEach(example -> table.row(example.id(), example.about()));
    return table.toString();
  }

  private static String table(ExampleSnapshot snapshot) {
    StringBuilder text = new StringBuilder(snapshot.headline()).append('\n');
    for (Panel panel : snapshot.panels()) {
      TextTable table = new TextTable(panel.y(), panel.x(), "first", panel.x(), "last");
      for (Curve curve : panel.curves()) {
        if (!curve.x().isEmpty()) {
          int end = curve.x().size() - 1;
          table.row(
              curve.name(),
              number(curve.x().get(0)),
              number(curve.y().get(0)),
              number(curve.x().get(end)),
              number(curve.y().get(end)));
        }
      }
      text.append('\n').append(panel.title()).append('\n').append(table);
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
