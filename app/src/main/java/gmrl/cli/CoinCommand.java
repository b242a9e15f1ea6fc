package gmrl.cli;

import gmrl.experiment.Recorded;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.file.Json;
import gmrl.ipd.coin.CoinConfig;
import gmrl.ipd.coin.CoinUpdate;
import gmrl.meta.MeanEstimate;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** LOLA on the Coin Game over several seeds. */
@Command(
    name = "coin",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Learners that shape each other in the Coin Game, too large for closed forms.")
final class CoinCommand implements Callable<Integer> {
  private static final CoinFamily FAMILY = new CoinFamily();

  @Mixin SpecOption document = new SpecOption();

  @Option(names = "--size", paramLabel = "N", description = "the board is N×N")
  @Nullable Integer size;

  @Option(names = "--gamma", paramLabel = "G", description = "discount")
  @Nullable Double gamma;

  @Option(names = "--rollout", paramLabel = "T", description = "steps of a rollout")
  @Nullable Integer rollout;

  @Option(names = "--batch", paramLabel = "N", description = "rollouts of every estimate")
  @Nullable Integer batch;

  @Option(names = "--lookaheads", paramLabel = "K", description = "imagined steps; 0 is naive")
  @Nullable Integer lookaheads;

  @Option(names = "--inner-lr", paramLabel = "A", description = "step size inside")
  @Nullable Double innerLr;

  @Option(names = "--outer-lr", paramLabel = "A", description = "step size of Adam outside")
  @Nullable Double outerLr;

  @Option(names = "--updates", paramLabel = "N", description = "updates of each seed")
  @Nullable Integer updates;

  @Option(names = "--seeds", paramLabel = "N", description = "number of seeds")
  @Nullable Integer seeds;

  @Option(names = "--seed", paramLabel = "N", description = "first seed")
  @Nullable Long seed;

  @Mixin RecordOptions record = new RecordOptions();

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  /** Says what holds where an option is not given. */
  @Spec
  void command(CommandSpec spec) {
    spec.usageMessage()
        .footer("", "Where nothing else is said: " + Json.line(FAMILY.write(FAMILY.standard())));
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    record.check();
    CoinSpec spec = change(document.base(FAMILY));
    RunOptions.Outcome<CoinResult> outcome = run.execute(FAMILY, spec, record.every(), output);
    return output.deliver(FAMILY, spec, outcome, record.every(), () -> table(outcome.result()));
  }

  private CoinSpec change(CoinSpec base) {
    CoinConfig config = base.config();
    return new CoinSpec(
        new CoinConfig(
            or(size, config.size()),
            or(gamma, config.discount()),
            or(rollout, config.rollout()),
            or(batch, config.batch()),
            or(lookaheads, config.lookaheads()),
            or(innerLr, config.innerRate()),
            or(outerLr, config.outerRate())),
        or(updates, base.updates()),
        or(seed, base.seed()),
        or(seeds, base.seeds()));
  }

  private static <T> T or(@Nullable T given, T base) {
    return given == null ? base : given;
  }

  private String table(CoinResult records) {
    TextTable table = new TextTable("update", "return", "coins per step", "share of own colour");
    for (int u : Recorded.updates(records.updates(), record.every())) {
      table.row(
          Integer.toString(u),
          mean(records, u, CoinUpdate::returns),
          mean(records, u, CoinUpdate::coins),
          mean(records, u, CoinUpdate::ownShare));
    }
    return table
        + "\nmean ± standard error over "
        + records.seeds().size()
        + " seeds, both agents together; a share of one half is indifference\n";
  }

  private static String mean(CoinResult records, int update, Function<CoinUpdate, double[]> pair) {
    ToDoubleFunction<CoinUpdate> number = u -> (pair.apply(u)[0] + pair.apply(u)[1]) / 2;
    MeanEstimate mean =
        MeanEstimate.of(
            records.seeds().stream()
                .mapToDouble(history -> number.applyAsDouble(history.get(update)))
                .toArray());
    return String.format(Locale.ROOT, "%.3f ± %.3f", mean.mean(), mean.standardError());
  }
}
