package gmrl.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.file.Json;
import gmrl.experiment.ipd.CoinExperiment;
import gmrl.experiment.ipd.CoinRecords;
import gmrl.experiment.ipd.LolaJson;
import gmrl.ipd.coin.CoinConfig;
import gmrl.ipd.coin.CoinUpdate;
import gmrl.meta.MeanEstimate;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** LOLA on the Coin Game over several seeds. */
@Command(
    name = "coin",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Learners that shape each other in the Coin Game, too large for closed forms.")
final class CoinCommand implements Callable<Integer> {
  @Option(names = "--size", paramLabel = "N", description = "the board is N×N (3)")
  int size = CoinConfig.DEFAULT.size();

  @Option(names = "--gamma", paramLabel = "G", description = "discount (0.96)")
  double gamma = CoinConfig.DEFAULT.discount();

  @Option(names = "--rollout", paramLabel = "T", description = "steps of a rollout (32)")
  int rollout = CoinConfig.DEFAULT.rollout();

  @Option(names = "--batch", paramLabel = "N", description = "rollouts of every estimate (128)")
  int batch = CoinConfig.DEFAULT.batch();

  @Option(names = "--lookaheads", paramLabel = "K", description = "imagined steps (1); 0 is naive")
  int lookaheads = CoinConfig.DEFAULT.lookaheads();

  @Option(names = "--inner-lr", paramLabel = "A", description = "step size inside (1)")
  double innerLr = CoinConfig.DEFAULT.innerRate();

  @Option(names = "--outer-lr", paramLabel = "A", description = "step size of Adam outside (0.02)")
  double outerLr = CoinConfig.DEFAULT.outerRate();

  @Option(names = "--updates", paramLabel = "N", description = "updates of each seed (300)")
  int updates = 300;

  @Option(names = "--seeds", paramLabel = "N", description = "number of seeds (4)")
  int seeds = 4;

  @Option(names = "--seed", paramLabel = "N", description = "first seed (0)")
  long seed;

  @Mixin RecordOptions record = new RecordOptions();

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    record.check();
    CoinConfig config = new CoinConfig(size, gamma, rollout, batch, lookaheads, innerLr, outerLr);
    CoinExperiment experiment = new CoinExperiment(config, updates, seed, seeds);
    RunOptions.Outcome<CoinRecords> outcome =
        run.execute(
            experiment,
            new RunOptions.Keeping<>("coin", config(config), this::csv),
            output.progress());
    CoinRecords records = outcome.result();
    output.deliver(
        switch (output.format(Format.table)) {
          case json -> Json.pretty(json(config, records));
          case csv -> csv(records);
          case table -> table(records);
        });
    return outcome.exitCode();
  }

  private ObjectNode config(CoinConfig config) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("size", config.size())
        .put("gamma", config.discount())
        .put("rollout", config.rollout())
        .put("batch", config.batch())
        .put("lookaheads", config.lookaheads())
        .put("innerLr", config.innerRate())
        .put("outerLr", config.outerRate())
        .put("updates", updates)
        .put("seed", seed)
        .put("seeds", seeds);
  }

  private ObjectNode json(CoinConfig config, CoinRecords records) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("config", config(config));
    ArrayNode all = document.putArray("seeds");
    for (int i = 0; i < records.seeds().size(); i++) {
      ArrayNode list = all.addObject().put("seed", seed + i).putArray("updates");
      List<CoinUpdate> history = records.seeds().get(i);
      for (int u : LolaJson.recorded(records.updates(), record.every())) {
        CoinUpdate update = history.get(u);
        ObjectNode node = list.addObject().put("update", u);
        node.set("returns", Json.vector(update.returns()));
        node.set("coins", Json.vector(update.coins()));
        node.set("ownShare", Json.vector(update.ownShare()));
      }
    }
    return document;
  }

  private String csv(CoinRecords records) {
    StringBuilder text = new StringBuilder("seed,update,return1,return2,coins1,coins2,own1,own2\n");
    for (int i = 0; i < records.seeds().size(); i++) {
      for (int u : LolaJson.recorded(records.updates(), record.every())) {
        CoinUpdate update = records.seeds().get(i).get(u);
        text.append(seed + i).append(',').append(u);
        for (double[] pair : new double[][] {update.returns(), update.coins(), update.ownShare()}) {
          text.append(',').append(pair[0]).append(',').append(pair[1]);
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private String table(CoinRecords records) {
    TextTable table = new TextTable("update", "return", "coins per step", "share of own colour");
    for (int u : LolaJson.recorded(records.updates(), record.every())) {
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

  private static String mean(CoinRecords records, int update, Function<CoinUpdate, double[]> pair) {
    ToDoubleFunction<CoinUpdate> number = u -> (pair.apply(u)[0] + pair.apply(u)[1]) / 2;
    MeanEstimate mean =
        MeanEstimate.of(
            records.seeds().stream()
                .mapToDouble(history -> number.applyAsDouble(history.get(update)))
                .toArray());
    return String.format(Locale.ROOT, "%.3f ± %.3f", mean.mean(), mean.standardError());
  }
}
