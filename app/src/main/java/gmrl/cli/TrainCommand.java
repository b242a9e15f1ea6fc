package gmrl.cli;

import gmrl.experiment.Counted;
import gmrl.experiment.Family;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import gmrl.meta.MeanEstimate;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Meta-training with an estimated meta-gradient beside the exact one. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Gradient ascent on the outer parameter with an estimated meta-gradient, beside the exact"
            + " one: what the error of the estimate costs.")
final class TrainCommand implements Callable<Integer>, OfFamily {
  private static final TrainingFamily FAMILY = new TrainingFamily();

  /** Lines of the table for people. */
  private static final int LINES = 20;

  /** Share of a number that adding it up may lose. */
  private static final double ROUNDING = 1e-12;

  @Mixin SpecOption document = new SpecOption();
  @Mixin SetupOptions setup = new SetupOptions();

  @Option(names = "--updates", paramLabel = "N", description = "outer steps")
  @Nullable Integer updates;

  @Option(names = "--outer-lr", paramLabel = "X", description = "outer step size")
  @Nullable Double learningRate;

  @Option(names = "--runs", paramLabel = "N", description = "independent learners per MDP")
  @Nullable Integer runs;

  @Option(names = "--seed", paramLabel = "N", description = "of everything random")
  @Nullable Long seed;

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  /** Says what holds where an option is not given. */
  @Spec
  void command(CommandSpec spec) {
    TrainingSpec usual = FAMILY.standard();
    spec.usageMessage()
        .footer(
            "",
            String.format(
                Locale.ROOT,
                "Where nothing else is said: %s, %s of size %s, %s, seed %d",
                SetupWords.describe(usual.setup()),
                Counted.of(usual.updates(), "update"),
                usual.learningRate(),
                Counted.of(usual.runs(), "run"),
                usual.seed()));
  }

  @Override
  public Family<?, ?> family() {
    return FAMILY;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    TrainingSpec spec = spec(run.base(document, FAMILY));
    output.remark(setup.idle(List.of(spec.setup())));
    RunOptions.Outcome<TrainingResult> outcome = run.execute(document, FAMILY, spec, 1, output);
    return output.deliver(
        FAMILY, spec, outcome, 1, () -> table(outcome.result(), outcome.complete()));
  }

  private TrainingSpec spec(TrainingSpec base) {
    return new TrainingSpec(
        setup.apply(base.setup()),
        updates == null ? base.updates() : updates,
        learningRate == null ? base.learningRate() : learningRate,
        runs == null ? base.runs() : runs,
        seed == null ? base.seed() : seed);
  }

  private static String table(TrainingResult result, boolean complete) {
    TextTable table =
        new TextTable("update", "exact learner", "estimated learners", "shortfall", "cosine");
    int last = result.points().size() - 1;
    for (TrainingResult.Point point : result.points()) {
      if (point.update() == last || point.update() % Math.max(1, last / LINES) == 0) {
        table.row(
            String.valueOf(point.update()),
            text(point.exact()),
            text(point.estimated()),
            text(rounded(point.shortfall(), point.exact().mean())),
            text(rounded(point.cosine(), point.cosine().mean())));
      }
    }
    long stopped = result.learners().stream().filter(TrainingResult.Learner::stopped).count();
    return table
        + (stopped > 0
            ? stopped
                + " of "
                + result.learners().size()
                + " learners stopped where their next step overflowed\n"
            : "")
        + String.format(
            Locale.ROOT,
            "%nreturn after exact adaptation, mean ± standard error over MDPs; %.3g environment"
                + " steps%s%n",
            (double) result.environmentSteps(),
            complete ? "" : "; interrupted, this is what was computed");
  }

  /** What is smaller than the rounding of the number that it comes from is zero. */
  private static MeanEstimate rounded(MeanEstimate estimate, double of) {
    double least = ROUNDING * Math.abs(of);
    double error = estimate.standardError();
    return new MeanEstimate(
        Math.abs(estimate.mean()) <= least ? 0 : estimate.mean(),
        error <= least ? 0 : error,
        estimate.count());
  }

  private static String text(MeanEstimate estimate) {
    return TextTable.mean("%.4g", "%.2g", estimate);
  }
}
