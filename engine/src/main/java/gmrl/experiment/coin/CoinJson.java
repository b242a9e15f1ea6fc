package gmrl.experiment.coin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.ipd.coin.CoinConfig;
import gmrl.ipd.coin.CoinUpdate;

/** Specifications and results of the Coin Game as JSON and as a table. */
final class CoinJson {
  private CoinJson() {}

  private static final RecordJson CODEC =
      new RecordJson(new JsonTypes().names(CoinConfig.class, Names.class).module());

  /** The keys of files where they are not the names of components. */
  private interface Names {
    @JsonProperty("gamma")
    double discount();

    @JsonProperty("innerLr")
    double innerRate();

    @JsonProperty("outerLr")
    double outerRate();
  }

  static ObjectNode write(CoinSpec spec) {
    return CODEC.write(spec);
  }

  static CoinSpec read(JsonView json) {
    return CODEC.read(json, CoinSpec.DEFAULT);
  }

  static ObjectNode write(CoinSpec spec, CoinResult result, int every) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("config", write(spec));
    ArrayNode seeds = document.putArray("seeds");
    for (int i = 0; i < result.seeds().size(); i++) {
      ArrayNode updates = seeds.addObject().put("seed", spec.seed() + i).putArray("updates");
      for (int u : Stride.updates(result.updates(), every)) {
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
      for (int u : Stride.updates(result.updates(), every)) {
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
