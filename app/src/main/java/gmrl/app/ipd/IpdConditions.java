package gmrl.app.ipd;

import gmrl.app.state.LabState;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.Samples;
import java.util.List;
import java.util.stream.DoubleStream;

/** From the window's state to the conditions that are run. */
final class IpdConditions {
  /** Batches that a replay buffer of the sliders' condition holds. */
  private static final int BATCHES_KEPT = 8;

  private IpdConditions() {}

  /** The published conditions that are chosen; none while the sliders say what is run. */
  static List<LolaCondition> published(IpdSettings choice) {
    return choice.followsSliders()
        ? List.of()
        : LolaFigures.named(choice.conditions()).conditions();
  }

  /** The learners that the common sliders describe, and the same with exact gradients. */
  static List<LolaCondition> sliders(LabState state, IpdSettings choice) {
    int batch = Math.min(state.samples(), Samples.Fresh.MOST / BATCHES_KEPT);
    Samples inner =
        choice.replay()
            ? new Samples.Replay(batch, BATCHES_KEPT * batch)
            : new Samples.Fresh(batch);
    Samples exact = new Samples.Exact();
    LolaConfig config =
        LolaConfig.DEFAULT
            .with()
            .game(MatrixGame.named(choice.game()))
            .estimator(choice.estimator())
            .lookaheads(state.setup().steps())
            .innerRate(innerRate(state.setup().alpha()))
            .inner(inner)
            .hessian(choice.hessianExact() ? exact : new Samples.AsInner())
            .outer(choice.outerExact() ? exact : new Samples.Fresh(LolaConfig.BATCH))
            .opponentModel(choice.modelled() ? LolaConfig.BATCH : 0)
            .build();
    LolaSpec spec = new LolaSpec(config, choice.updates(), state.seed(), choice.seeds());
    LolaConfig knowing =
        config.with().inner(exact).hessian(exact).outer(exact).opponentModel(0).build();
    return List.of(
        new LolaCondition("sampled", "|τ| = " + batch, spec, List.of()),
        new LolaCondition(
            "exact", "exact", new LolaSpec(knowing, choice.updates(), state.seed(), 1), List.of()));
  }

  /** The learners that a state describes, without those of exact gradients. */
  static LolaSpec present(LabState state) {
    return sliders(state, IpdSettings.of(state)).get(0).spec();
  }

  /**
   * A state whose sliders describe learners.
   *
   * @throws IllegalArgumentException in one sentence where no slider does
   */
  static LabState adopt(LolaSpec spec, LabState state) {
    LolaConfig config = spec.config();
    if (MatrixGame.BUILT_IN.stream().noneMatch(config.game()::equals)) {
      throw new IllegalArgumentException(
          "the game \""
              + config.game().name()
              + "\" is one of your own, and the window has the"
              + " built-in ones only");
    }
    if (config.inner() instanceof Samples.Exact) {
      throw new IllegalArgumentException(
          "exact inner gradients have no slider of their own; they are the line \"exact\" of every"
              + " plot of repeated games");
    }
    boolean replay = config.inner() instanceof Samples.Replay;
    int batch =
        config.inner() instanceof Samples.Replay r
            ? r.fresh()
            : config.inner() instanceof Samples.Fresh f ? f.trajectories() : state.samples();
    IpdSettings choice =
        IpdSettings.of(state)
            .with(
                fields -> {
                  fields.conditions(IpdSettings.SLIDERS);
                  fields.game(config.game().name());
                  fields.estimator(config.estimator());
                  fields.hessianExact(config.hessian() instanceof Samples.Exact);
                  fields.outerExact(config.outer() instanceof Samples.Exact);
                  fields.replay(replay);
                  fields.modelled(config.opponentModel() > 0);
                  fields.updates(spec.updates());
                  fields.seeds(spec.seeds());
                });
    double alpha = alpha(config.innerRate());
    return choice.in(
        state
            .withSetup(state.setup().withAlpha(alpha).withSteps(config.lookaheads()))
            .withSamples(batch)
            .withSeed(spec.seed()));
  }

  /** Where the α slider says a step size, to the last bit where there is such a place. */
  private static double alpha(double innerRate) {
    double near = innerRate / LolaConfig.DEFAULT.innerRate() * LabState.FIRST_ALPHA;
    return DoubleStream.of(near, Math.nextUp(near), Math.nextDown(near))
        .filter(alpha -> innerRate(alpha) == innerRate)
        .findFirst()
        .orElse(near);
  }

  /**
   * Those of some conditions that a stored study answers, as they are called here; empty unless it
   * answers the first of them and nothing else.
   */
  static List<LolaCondition> answered(List<LolaCondition> wanted, LolaStudy stored) {
    List<LolaSpec> specs = stored.specs();
    List<LolaCondition> answered =
        wanted.stream().filter(condition -> specs.contains(condition.spec())).toList();
    boolean all = answered.size() == specs.size() && !wanted.isEmpty();
    return all && answered.contains(wanted.get(0)) ? answered : List.of();
  }

  /**
   * The imagined opponent's step size at a position of the α slider.
   *
   * <p>The two families have step sizes of their own; the slider moves both in proportion, so that
   * this one stands at the published 0.3 where the slider stands as at a first start.
   */
  static double innerRate(double alpha) {
    return LolaConfig.DEFAULT.innerRate() * alpha / LabState.FIRST_ALPHA;
  }
}
