package gmrl.experiment.coin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Recorded;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.ipd.coin.CoinConfig;
import gmrl.ipd.coin.CoinUpdate;

/** Specifications and results of the Coin Game as JSON and as a table. */
final class CoinJson {
  private CoinJson() {}

  static ObjectNode write(CoinSpec spec) {
    CoinConfig config = spec.config();
    return JsonNodeFactory.instance
        .objectNode()
        .put("size", config.size())
        .put("gamma", config.discount())
        .put("rollout", config.rollout())
        .put("batch", config.batch())
        .put("lookaheads", config.lookaheads())
        .put("innerLr", config.innerRate())
        .put("outerLr", config.outerRate())
        .put("updates", spec.updates())
        .put("seed", spec.seed())
        .put("seeds", spec.seeds());
  }

  static CoinSpec read(JsonView json) {
    json.only(
        "size",
        "gamma",
        "rollout",
        "batch",
        "lookaheads",
        "innerLr",
        "outerLr",
        "updates",
        "seed",
        "seeds");
    CoinSpec usual = CoinSpec.DEFAULT;
    CoinConfig config = usual.config();
    try {
      return new CoinSpec(
          new CoinConfig(
              json.has("size") ? json.at("size").integer() : config.size(),
              json.has("gamma") ? json.at("gamma").number() : config.discount(),
              json.has("rollout") ? json.at("rollout").integer() : config.rollout(),
              json.has("batch") ? json.at("batch").integer() : config.batch(),
              json.has("lookaheads") ? json.at("lookaheads").integer() : config.lookaheads(),
              json.has("innerLr") ? json.at("innerLr").number() : config.innerRate(),
              json.has("outerLr") ? json.at("outerLr").number() : config.outerRate()),
          json.has("updates") ? json.at("updates").integer() : usual.updates(),
          json.has("seed") ? json.at("seed").longInteger() : usual.seed(),
          json.has("seeds") ? json.at("seeds").integer() : usual.seeds());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  static ObjectNode write(CoinSpec spec, CoinResult result, int every) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("config", write(spec));
    ArrayNode seeds = document.putArray("seeds");
    for (int i = 0; i < result.seeds().size(); i++) {
      ArrayNode updates = seeds.addObject().put("seed", spec.seed() + i).putArray("updates");
      for (int u : Recorded.updates(result.updates(), every)) {
        CoinUpdate update = result.seeds().get(i).get(u);
        ObjectNode node = updates.addObject().put("update", u);
        node.set("returns", Json.vector(update.returns()));
        node.set("coins", Json.vector(update.coins()));
        node.set("ownShare", Json.vector(update.ownShare()));
      }
    }
    return document;
  }

  static CsvTable csv(CoinSpec spec, CoinResult result, int every) {
    CsvTable table =
        new CsvTable("seed", "update", "return1", "return2", "coins1", "coins2", "own1", "own2");
    for (int i = 0; i < result.seeds().size(); i++) {
      for (int u : Recorded.updates(result.updates(), every)) {
        CoinUpdate update = result.seeds().get(i).get(u);
        table.row(
            spec.seed() + i,
            u,
            update.returns()[0],
            update.returns()[1],
            update.coins()[0],
            update.coins()[1],
            update.ownShare()[0],
            update.ownShare()[1]);
      }
    }
    return table;
  }
}
