package gmrl.cli;

import gmrl.experiment.Family;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.example.ExampleSnapshot;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.experiment.example.Examples;
import java.io.IOException;
import java.util.ArrayList;
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
final class ExamplesCommand implements Callable<Integer>, OfFamily {
  private static final ExampleFamily FAMILY = new ExampleFamily();

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      completionCandidates = Ids.class,
      description = "${COMPLETION-CANDIDATES}")
  @Nullable String id;

  @Mixin SpecOption document = new SpecOption();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of everything random (default: " + ExampleFamily.SEED + ")")
  @Nullable Long seed;

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  /** What help says of examples. */
  static final class Ids extends ArrayList<String> {
    Ids() {
      super(Examples.all(0).stream().map(Example::id).toList());
    }
  }

  @Override
  public Family<?, ?> family() {
    return FAMILY;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    String name = id;
    if (name == null && !document.isGiven() && !run.isCutShort()) {
      if (seed != null) {
        throw new IllegalArgumentException("--seed is " + seed + " and no example is named to run");
      }
      output.deliver(list());
      return 0;
    }
    if (name != null && document.isGiven()) {
      throw new IllegalArgumentException(
          "--spec names its own example and " + name + " is given, expected one of the two");
    }
    Example base =
        name == null ? run.base(document, FAMILY) : Examples.byId(name, ExampleFamily.SEED);
    Example example = seed == null ? base : FAMILY.withSeed(base, seed);
    RunOptions.Outcome<ExampleSnapshot> outcome = run.execute(document, FAMILY, example, 1, output);
    return output.deliver(FAMILY, example, outcome, 1, () -> table(outcome.result()));
  }

  private static TextTable list() {
    TextTable table = new TextTable("example", "what it shows");
    Examples.all(0).forEach(example -> table.row(example.id(), example.about()));
    return table;
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
    return TextTable.number("%.4g", value);
  }
}
