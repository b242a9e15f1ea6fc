package gmrl.app.ipd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;

/**
 * What a person has chosen about repeated games beside the common sliders.
 *
 * @param conditions {@link #SLIDERS}, or the id of a published figure
 * @param game name of a built-in game
 * @param estimator surrogate of the sampled slots
 * @param hessianExact whether the Hessian slot is exact instead of the inner slot's batch
 * @param outerExact whether the outer slot is exact
 * @param replay whether the lookahead replays earlier rollouts
 * @param modelled whether opponents must be watched
 * @param updates updates of each seed
 * @param seeds number of seeds
 * @param singles whether single seeds are drawn behind the mean
 * @param measure what the gradient chart shows
 */
@RecordBuilder
public record IpdChoice(
    String conditions,
    String game,
    GameEstimator estimator,
    boolean hessianExact,
    boolean outerExact,
    boolean replay,
    boolean modelled,
    int updates,
    int seeds,
    boolean singles,
    GradientMeasure measure)
    implements IpdChoiceBuilder.With {

  /** The conditions that the common sliders describe. */
  static final String SLIDERS = "sliders";

  /** What a first start shows. */
  static final IpdChoice DEFAULT =
      new IpdChoice(
          SLIDERS,
          MatrixGame.prisonersDilemma().name(),
          GameEstimator.DICE_BASELINE,
          false,
          false,
          false,
          false,
          300,
          10,
          true,
          GradientMeasure.CORRELATION);

  /** Its place in the state. */
  public static final StatePart<IpdChoice> PART =
      new StatePart<>(
          "ipd", "Choices about repeated games", DEFAULT, IpdChoice::read, IpdChoice::write);

  /** Checks names and ranges. */
  public IpdChoice {
    MatrixGame.named(game);
    if (!conditions.equals(SLIDERS)) {
      LolaFigures.named(conditions);
    }
    if (updates < 1 || updates > 10_000 || seeds < 1 || seeds > 100) {
      throw new IllegalArgumentException(
          "repeated games run "
              + updates
              + " updates over "
              + seeds
              + " seeds, expected 1 to 10000 and 1 to 100");
    }
  }

  /** What stands in a state. */
  static IpdChoice of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  LabState in(LabState state) {
    return state.with(PART, this);
  }

  private static IpdChoice read(JsonView json) {
    return new IpdChoice(
        json.at("conditions").text(),
        json.at("game").text(),
        GameEstimator.named(json.at("estimator").text()),
        json.at("hessianExact").flag(),
        json.at("outerExact").flag(),
        json.at("replay").flag(),
        json.at("modelled").flag(),
        json.at("updates").integer(),
        json.at("seeds").integer(),
        json.at("singles").flag(),
        measure(json.at("measure")));
  }

  private static GradientMeasure measure(JsonView json) {
    for (GradientMeasure measure : GradientMeasure.values()) {
      if (measure.name().equals(json.text())) {
        return measure;
      }
    }
    throw json.unexpected("one of " + Arrays.toString(GradientMeasure.values()));
  }

  private JsonNode write() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("conditions", conditions)
        .put("game", game)
        .put("estimator", estimator.label())
        .put("hessianExact", hessianExact)
        .put("outerExact", outerExact)
        .put("replay", replay)
        .put("modelled", modelled)
        .put("updates", updates)
        .put("seeds", seeds)
        .put("singles", singles)
        .put("measure", measure.name());
  }

  boolean followsSliders() {
    return conditions.equals(SLIDERS);
  }
}
