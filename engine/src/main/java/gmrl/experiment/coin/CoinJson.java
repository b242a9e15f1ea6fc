package gmrl.experiment.coin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.EstimateJson;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.ipd.coin.CoinConfig;
import gmrl.ipd.coin.CoinUpdate;
import java.util.List;

/** Specifications and results of the Coin Game as JSON and as a table. */
final class CoinJson {
  private CoinJson() {}

  private static final RecordJson CODEC =
      new RecordJson(new JsonTypes().names(CoinConfig.class, Names.class).module());

  private static final RecordJson RESULT = new RecordJson(EstimateJson.types().module());

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

  static ObjectNode write(CoinSpec spec, CoinResult result, RunFacts run) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("config", write(spec));
    ArrayNode seeds = document.putArray("seeds");
    for (int i = 0; i < result.seeds().size(); i++) {
      ArrayNode updates = seeds.addObject().put("seed", spec.seed() + i).putArray("updates");
      for (int u : Stride.updates(result.updates(), run.every())) {
        CoinUpdate update = result.seeds().get(i).get(u);
        updates.add(RESULT.write(update));
      }
    }
    run.close(document);
    return document;
  }

  static KeptResult<CoinSpec, CoinResult> readResult(JsonView json) {
    CoinSpec spec = read(json.at("config"));
    List<List<CoinUpdate>> seeds =
        json.at("seeds").elements().stream()
            .map(
                seed ->
                    seed.at("updates").elements().stream()
                        .map(update -> RESULT.read(update, CoinUpdate.class))
                        .toList())
            .toList();
    return new KeptResult<>(spec, new CoinResult(seeds), RunFacts.read(json));
  }

  static CsvTable csv(CoinSpec spec, CoinResult result, int every) {
    CsvTable table =
        new CsvTable("seed", "update", "return1", "return2", "coins1", "coins2", "own1", "own2");
    for (int i = 0; i < result.seeds().size(); i++) {
      for (int u : Stride.updates(result.updates(), every)) {
        CoinUpdate update = result.seeds().get(i).get(u);
        table.row(
            spec.seed() + i,
            update.update(),
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
