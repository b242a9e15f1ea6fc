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
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.function.UnaryOperator;

/**
 * What a person has chosen about the Coin Game; the seed is the window's.
 *
 * @param config the learners
 * @param updates updates of each seed
 * @param seeds number of seeds
 * @param singles whether single seeds are drawn behind the mean
 */
@RecordBuilder
public record CoinSettings(CoinConfig config, int updates, int seeds, boolean singles)
    implements CoinSettingsBuilder.With {
  private static final CoinFamily FAMILY = new CoinFamily();

  /** What a first start shows. */
  static final CoinSettings DEFAULT =
      new CoinSettings(
          CoinConfig.DEFAULT, CoinSpec.DEFAULT.updates(), CoinSpec.DEFAULT.seeds(), true);

  /** Its place in the state. */
  public static final StatePart<CoinSettings> PART =
      new StatePart<>(
          "coin", "Choices about the Coin Game", DEFAULT, CoinSettings::read, CoinSettings::write);

  /** Checks what the configuration does not. */
  public CoinSettings {
    new CoinSpec(config, updates, 0, seeds);
  }

  /** What stands in a state. */
  static CoinSettings of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  LabState in(LabState state) {
    return state.with(PART, this);
  }

  /** The choice that a specification describes. */
  static CoinSettings of(CoinSpec spec, CoinSettings present) {
    return new CoinSettings(spec.config(), spec.updates(), spec.seeds(), present.singles());
  }

  CoinSpec spec(long seed) {
    return new CoinSpec(config, updates, seed, seeds);
  }

  /** The same with other learners. */
  CoinSettings learners(UnaryOperator<CoinConfig> change) {
    return withConfig(change.apply(config));
  }

  private JsonNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("run", FAMILY.write(spec(0)));
    return node.put("singles", singles);
  }

  private static CoinSettings read(JsonView json) {
    json.only("run", "singles");
    CoinSpec spec = FAMILY.read(json.at("run"));
    return new CoinSettings(spec.config(), spec.updates(), spec.seeds(), json.at("singles").flag());
  }
}
