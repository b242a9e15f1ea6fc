package gmrl.app.ipd;

import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.RecordJson;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import io.soabase.recordbuilder.core.RecordBuilder;

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
public record IpdSettings(
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
    implements IpdSettingsBuilder.With {

  /** The conditions that the common sliders describe. */
  static final String SLIDERS = "sliders";

  /** What a first start shows. */
  static final IpdSettings DEFAULT =
      new IpdSettings(
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
  public static final StatePart<IpdSettings> PART =
      new StatePart<>(
          "ipd",
          "Choices about repeated games",
          DEFAULT,
          new RecordJson(
              new JsonTypes()
                  .text(GameEstimator.class, GameEstimator::label, GameEstimator::named)
                  .module()));

  /** Checks names and ranges. */
  public IpdSettings {
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
  static IpdSettings of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  LabState in(LabState state) {
    return state.with(PART, this);
  }

  boolean followsSliders() {
    return conditions.equals(SLIDERS);
  }
}
