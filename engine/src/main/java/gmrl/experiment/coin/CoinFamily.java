package gmrl.experiment.coin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Counted;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Setting;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import gmrl.ipd.coin.CoinConfig;
import java.util.List;

/** LOLA in the Coin Game. */
public final class CoinFamily implements Family<CoinSpec, CoinResult> {
  private static final int QUICK_UPDATES = 10;
  private static final int QUICK_SEEDS = 2;

  @Override
  public String id() {
    return "coin";
  }

  @Override
  public String title() {
    return "Coin Game";
  }

  @Override
  public CoinSpec standard() {
    return CoinSpec.DEFAULT;
  }

  @Override
  public CoinSpec read(JsonView json) {
    return CoinJson.read(json);
  }

  @Override
  public ObjectNode write(CoinSpec spec) {
    return CoinJson.write(spec);
  }

  @Override
  public List<Setting> settings(CoinSpec spec) {
    CoinConfig config = spec.config();
    int size = config.size();
    return List.of(
        Setting.subject("game", "Coin Game on a board of " + size + " × " + size),
        Setting.words("lookaheads", Counted.orNo(config.lookaheads(), "lookahead")),
        Setting.symbol("innerLr", "α", config.innerRate()),
        Setting.words("outerLr", "outer step size " + Setting.number(config.outerRate())),
        Setting.symbol("gamma", "γ", config.discount()),
        Setting.method(
            "batch",
            "batches of "
                + Counted.of(config.batch(), "rollout")
                + " of "
                + Counted.of(config.rollout(), "step")),
        Setting.budget("updates", Counted.of(spec.updates(), "update")),
        Setting.seeds(spec.seed(), spec.seeds()));
  }

  @Override
  public CoinSpec quick(CoinSpec spec) {
    return new CoinSpec(
        spec.config(),
        Math.min(QUICK_UPDATES, spec.updates()),
        spec.seed(),
        Math.min(QUICK_SEEDS, spec.seeds()));
  }

  @Override
  public long seed(CoinSpec spec) {
    return spec.seed();
  }

  @Override
  public CoinSpec withSeed(CoinSpec spec, long seed) {
    return new CoinSpec(spec.config(), spec.updates(), seed, spec.seeds());
  }

  @Override
  public Experiment<CoinResult> experiment(CoinSpec spec) {
    return new CoinExperiment(spec);
  }

  @Override
  public ObjectNode json(CoinSpec spec, CoinResult result, RunFacts run) {
    return CoinJson.write(spec, result, run);
  }

  @Override
  public KeptResult<CoinSpec, CoinResult> kept(JsonView json) {
    return CoinJson.readResult(json);
  }

  @Override
  public CsvTable csv(CoinSpec spec, CoinResult result, int every) {
    return CoinJson.csv(spec, result, every);
  }

  @Override
  public TableReading reading() {
    return TableReading.series(
        "update",
        "seed",
        TableReading.Measure.of("return", "mean return per step", "return1", "return2"),
        TableReading.Measure.of("ownShare", "share of own coins", "own1", "own2"),
        TableReading.Measure.of("coins", "coins taken per step", "coins1", "coins2"));
  }
}
