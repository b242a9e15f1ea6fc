package gmrl.cli;

import gmrl.experiment.ipd.LolaSpec;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaConfigBuilder;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.Samples;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Everything about two learners that shape one another; what is absent stays as it is. */
final class IpdOptions {
  @Option(
      names = "--game",
      paramLabel = "NAME",
      completionCandidates = IpdConverters.Games.class,
      description = "one of ${COMPLETION-CANDIDATES}")
  @Nullable String game;

  @Option(
      names = "--payoffs",
      paramLabel = "A,B,C,D",
      split = ",",
      description = "own symmetric payoffs: both play 0, lone 0, lone 1, both play 1 (defect is 0)")
  double @Nullable [] payoffs;

  @Option(names = "--gamma", paramLabel = "G", description = "discount")
  @Nullable Double gamma;

  @Option(
      names = "--inner",
      paramLabel = "N|exact",
      description = "rollouts of the inner slot, which moves the imagined opponent")
  @Nullable String inner;

  @Option(
      names = "--hessian",
      paramLabel = "N|exact|shared",
      description = "rollouts of the Hessian slot (default: shared, the inner slot's own)")
  @Nullable String hessian;

  @Option(
      names = "--outer",
      paramLabel = "N|exact",
      description = "rollouts of the agent's own gradient")
  @Nullable String outer;

  @Option(
      names = "--off-policy",
      paramLabel = "SLOT",
      arity = "0..1",
      fallbackValue = "both",
      description =
          "replay earlier rollouts in both slots (default), inner or hessian; with lvc this is"
              + " off-policy DiCE's weighted return with per-step curvature, not lvc of fresh"
              + " rollouts")
  @Nullable String offPolicy;

  @Option(
      names = "--buffer",
      paramLabel = "N",
      description = "rollouts kept for replay (" + LolaConfig.BUFFER + ")")
  @Nullable Integer buffer;

  @Option(
      names = "--opponent-model",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "" + LolaConfig.BATCH,
      description =
          "estimate the opponent's policy from N watched rollouts per update; "
              + LolaConfig.BATCH
              + " without N")
  @Nullable Integer opponentModel;

  @Option(
      names = "--estimator",
      paramLabel = "EST",
      completionCandidates = IpdConverters.GameEstimators.class,
      description =
          "${COMPLETION-CANDIDATES}; dice, the reference program's name, is read as dice-baseline")
  @Nullable String estimator;

  @Option(names = "--lookaheads", paramLabel = "K", description = "imagined steps; 0 is naive")
  @Nullable Integer lookaheads;

  @Option(names = "--rollout", paramLabel = "T", description = "steps of a rollout")
  @Nullable Integer rollout;

  @Option(names = "--inner-lr", paramLabel = "A", description = "step size inside")
  @Nullable Double innerLr;

  @Option(names = "--outer-lr", paramLabel = "A", description = "step size of Adam outside")
  @Nullable Double outerLr;

  @Option(names = "--critic-lr", paramLabel = "A", description = "step size of the critics")
  @Nullable Double criticLr;

  @Option(names = "--updates", paramLabel = "N", description = "updates of each seed")
  @Nullable Integer updates;

  @Option(names = "--seeds", paramLabel = "N", description = "number of seeds")
  @Nullable Integer seeds;

  @Option(names = "--seed", paramLabel = "N", description = "first seed")
  @Nullable Long seed;

  /**
   * Changes what was asked for.
   *
   * @throws IllegalArgumentException in one sentence that names the option
   */
  LolaSpec apply(LolaSpec base) {
    LolaConfigBuilder config = base.config().with();
    String name = game;
    double[] own = payoffs;
    if (name != null && own != null) {
      throw new IllegalArgumentException(
          "--game and --payoffs exclude each other, expected one of them");
    }
    if (name != null) {
      config.game(named("--game", () -> MatrixGame.named(name)));
    }
    if (own != null) {
      if (own.length != 4) {
        throw new IllegalArgumentException("--payoffs has " + own.length + " numbers, expected 4");
      }
      config.game(
          named(
              "--payoffs",
              () -> MatrixGame.symmetric("own", "0", "1", own[0], own[1], own[2], own[3])));
    }
    if (gamma != null) {
      config.discount(gamma);
    }
    if (rollout != null) {
      config.rollout(rollout);
    }
    if (lookaheads != null) {
      config.lookaheads(lookaheads);
    }
    if (innerLr != null) {
      config.innerRate(innerLr);
    }
    if (outerLr != null) {
      config.outerRate(outerLr);
    }
    if (criticLr != null) {
      config.criticRate(criticLr);
    }
    if (opponentModel != null) {
      config.opponentModel(opponentModel);
    }
    String surrogate = estimator;
    if (surrogate != null) {
      config.estimator(named("--estimator", () -> GameEstimator.named(surrogate)));
    }
    slots(base.config(), config);
    return new LolaSpec(
        config.build(),
        updates == null ? base.updates() : updates,
        seed == null ? base.seed() : seed,
        seeds == null ? base.seeds() : seeds);
  }

  /** What is to be said about a name that means something else elsewhere; empty as a rule. */
  Optional<String> remark() {
    return GameEstimator.REFERENCE_NAME.equalsIgnoreCase(estimator)
        ? Optional.of(
            "--estimator dice is read as dice-baseline, as the reference program calls it; bias"
                + " calls dice what is dice-no-baseline here.")
        : Optional.empty();
  }

  private void slots(LolaConfig base, LolaConfigBuilder config) {
    Samples moving = samples("--inner", inner, base.inner());
    Samples bending = samples("--hessian", hessian, base.hessian());
    String replayed = offPolicy;
    if (replayed == null && buffer != null) {
      throw new IllegalArgumentException("--buffer is for replay, expected --off-policy with it");
    }
    if (replayed != null) {
      switch (replayed) {
        case "both" -> moving = replay("--inner", moving);
        case "inner" -> {
          // An independent batch of the same size, unless something else was asked for.
          bending = hessian == null ? fresh("--inner", moving) : bending;
          moving = replay("--inner", moving);
        }
        case "hessian" ->
            bending = replay("--hessian", bending instanceof Samples.Fresh ? bending : moving);
        default ->
            throw new IllegalArgumentException(
                "--off-policy is '" + replayed + "', expected both, inner or hessian");
      }
    }
    config.inner(moving).hessian(bending);
    config.outer(samples("--outer", outer, base.outer()));
  }

  private Samples replay(String option, Samples samples) {
    int capacity = buffer == null ? LolaConfig.BUFFER : buffer;
    return named(
        "--buffer", () -> new Samples.Replay(fresh(option, samples).trajectories(), capacity));
  }

  private static Samples.Fresh fresh(String option, Samples samples) {
    if (samples instanceof Samples.Fresh fresh) {
      return fresh;
    }
    throw new IllegalArgumentException(
        option + " is '" + samples + "', expected a number of rollouts with --off-policy");
  }

  private static Samples samples(String option, @Nullable String text, Samples usual) {
    return text == null
        ? usual
        : named(option, () -> Samples.parse(option, text, option.equals("--hessian")));
  }

  private static <T> T named(String option, Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          message.startsWith("--") ? message : option + ": " + message, e);
    }
  }
}
