package gmrl.app.coin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.file.JsonView;
import gmrl.ipd.coin.CoinConfig;

/**
 * What a person has chosen about the Coin Game; the seed is the window's.
 *
 * @param config the learners
 * @param updates updates of each seed
 * @param seeds number of seeds
 * @param singles whether single seeds are drawn behind the mean
 */
public record CoinChoice(CoinConfig config, int updates, int seeds, boolean singles) {
  private static final CoinFamily FAMILY = new CoinFamily();

  /** What a first start shows. */
  static final CoinChoice DEFAULT =
      new CoinChoice(
          CoinConfig.DEFAULT, CoinSpec.DEFAULT.updates(), CoinSpec.DEFAULT.seeds(), true);

  /** Its place in the state. */
  public static final StatePart<CoinChoice> PART =
      new StatePart<>(
          "coin", "Choices about the Coin Game", DEFAULT, CoinChoice::read, CoinChoice::write);

  /** Checks what the configuration does not. */
  public CoinChoice {
    new CoinSpec(config, updates, 0, seeds);
  }

  /** What stands in a state. */
  static CoinChoice of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  LabState in(LabState state) {
    return state.with(PART, this);
  }

  /** The choice that a specification describes. */
  static CoinChoice of(CoinSpec spec, CoinChoice present) {
    return new CoinChoice(spec.config(), spec.updates(), spec.seeds(), present.singles());
  }

  CoinSpec spec(long seed) {
    return new CoinSpec(config, updates, seed, seeds);
  }

  CoinChoice with(CoinConfig other) {
    return new CoinChoice(other, updates, seeds, singles);
  }

  CoinChoice withUpdates(int other) {
    return new CoinChoice(config, other, seeds, singles);
  }

  CoinChoice withSeeds(int other) {
    return new CoinChoice(config, updates, other, singles);
  }

  CoinChoice withSingles(boolean other) {
    return new CoinChoice(config, updates, seeds, other);
  }

  CoinChoice withSize(int n) {
    return with(
        new CoinConfig(
            n,
            config.discount(),
            config.rollout(),
            config.batch(),
            config.lookaheads(),
            config.innerRate(),
            config.outerRate()));
  }

  CoinChoice withBatch(int trajectories) {
    return with(
        new CoinConfig(
            config.size(),
            config.discount(),
            config.rollout(),
            trajectories,
            config.lookaheads(),
            config.innerRate(),
            config.outerRate()));
  }

  CoinChoice withLookaheads(int k) {
    return with(
        new CoinConfig(
            config.size(),
            config.discount(),
            config.rollout(),
            config.batch(),
            k,
            config.innerRate(),
            config.outerRate()));
  }

  CoinChoice withRates(double inner, double outer) {
    return with(
        new CoinConfig(
            config.size(),
            config.discount(),
            config.rollout(),
            config.batch(),
            config.lookaheads(),
            inner,
            outer));
  }

  private JsonNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("run", FAMILY.write(spec(0)));
    return node.put("singles", singles);
  }

  private static CoinChoice read(JsonView json) {
    json.only("run", "singles");
    CoinSpec spec = FAMILY.read(json.at("run"));
    return new CoinChoice(spec.config(), spec.updates(), spec.seeds(), json.at("singles").flag());
  }
}
