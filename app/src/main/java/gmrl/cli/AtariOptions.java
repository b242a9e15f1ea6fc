package gmrl.cli;

import gmrl.atari.ale.AtariSettings;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.MetaSettings;
import gmrl.atari.learn.OuterLoss;
import gmrl.atari.learn.TimeLimit;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Everything about a learner and its game; what is absent stays as it is. */
final class AtariOptions {
  /** Options by the names that the published code has for them. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "num_env_steps", "--steps-total",
          "num_processes", "--envs",
          "num_steps", "--rollout",
          "inner_steps", "--steps",
          "meta_lr", "--meta-lr",
          "lr", "--lr",
          "mixture", "--mixture");

  @Option(
      names = "--game",
      paramLabel = "NAME",
      description =
          "pong, breakout, … of the Atari 2600; minatar:breakout, minatar:asterix,"
              + " minatar:freeway, minatar:seaquest, minatar:space_invaders; discounting-chain")
  @Nullable String game;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = "a2c, a2c-conditioned (the fair control), mgrl or mgrl-lvc")
  @Nullable String algorithm;

  @Option(
      names = "--steps-total",
      paramLabel = "N",
      description = "length of each run in steps: decisions of all environments together")
  @Nullable Long stepsTotal;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "the same in frames: steps times the frames of a step (4 on Atari)")
  @Nullable Long frames;

  @Option(names = "--steps", paramLabel = "K", description = "inner updates of a meta-gradient")
  @Nullable Integer steps;

  @Option(names = "--envs", paramLabel = "N", description = "environments played together")
  @Nullable Integer envs;

  @Option(names = "--rollout", paramLabel = "T", description = "steps of each before an update")
  @Nullable Integer rollout;

  @Option(names = "--lr", paramLabel = "A", description = "step size of Adam")
  @Nullable Double lr;

  @Option(names = "--meta-lr", paramLabel = "A", description = "step size of the meta-parameters")
  @Nullable Double metaLr;

  @Option(names = "--gamma", paramLabel = "G", description = "discount, or where it starts")
  @Nullable Double gamma;

  @Option(names = "--gae-lambda", paramLabel = "L", description = "λ, or where it starts")
  @Nullable Double gaeLambda;

  @Option(names = "--value-loss-coef", paramLabel = "C", description = "weight of the value loss")
  @Nullable Double valueLossCoef;

  @Option(names = "--entropy-coef", paramLabel = "C", description = "weight of the entropy")
  @Nullable Double entropyCoef;

  @Option(
      names = "--learned",
      paramLabel = "NAME",
      split = ",",
      description = "what is meta-learnt: gamma, gae_lambda, value_loss_coef, entropy_coef")
  @Nullable List<String> learned;

  @Option(
      names = "--mixture",
      paramLabel = "M",
      description = "weight μ^(K−k) of the outer loss after k inner updates; 0: only the last")
  @Nullable Double mixture;

  @Option(
      names = "--outer-critic",
      paramLabel = "shared|own",
      description = "whose values the outer advantage uses")
  @Nullable String outerCritic;

  @Option(names = "--outer-gamma", paramLabel = "G", description = "discount of the outer loss")
  @Nullable Double outerGamma;

  @Option(
      names = "--time-limit",
      paramLabel = "NAME",
      description = "bootstrap, value_in_place or terminal (the authors') where a limit cuts")
  @Nullable String timeLimit;

  @Option(names = "--sticky", paramLabel = "P", description = "probability of a sticky action")
  @Nullable Double sticky;

  @Option(names = "--ramping", negatable = true, description = "whether miniature games get harder")
  @Nullable Boolean ramping;

  @Option(
      names = "--minimal-actions",
      negatable = true,
      description = "only actions that do something; all of them without")
  @Nullable Boolean minimalActions;

  @Option(
      names = "--compatible",
      negatable = true,
      description = "miniature games with the reference's oddities, or repaired")
  @Nullable Boolean compatible;

  @Option(
      names = "--episodic-life",
      negatable = true,
      description = "whether a lost life ends the task on Atari")
  @Nullable Boolean episodicLife;

  @Option(names = "--seeds", paramLabel = "N", description = "number of seeds")
  @Nullable Integer seeds;

  @Option(names = "--seed", paramLabel = "N", description = "first seed")
  @Nullable Long seed;

  /**
   * Changes what was asked for. Another game or algorithm brings its own usual settings.
   *
   * @throws IllegalArgumentException in one sentence that names the option
   */
  AtariSpec apply(AtariSpec base) {
    String name = game;
    String learner = algorithm;
    GameSpec played = name == null ? base.game() : game(name);
    Algorithm by =
        learner == null
            ? base.learning().algorithm()
            : named("--algorithm", () -> Algorithm.of(learner));
    AtariSpec usual =
        name == null && by == base.learning().algorithm()
            ? base
            : name == null
                ? base.with(s -> s.withAlgorithm(by))
                : AtariSpec.usual(played, by).withSeeds(base.seeds(), base.seed());
    GameSpec adjusted = adjust(usual.game());
    return new AtariSpec(
        adjusted,
        typed(() -> learning(usual.learning(), adjusted)),
        or(seeds, usual.seeds()),
        or(seed, usual.seed()),
        usual.points(),
        usual.diagnoseEvery());
  }

  private static GameSpec game(String name) {
    try {
      return GameSpec.of(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--game: %s%s".formatted(e.getMessage(), others()), e);
    }
  }

  /** The emulator that is not there, with what was asked for and what can be played without. */
  String without(IllegalStateException missing) {
    return (game == null ? "" : "--game is " + game + ": ") + missing.getMessage() + others();
  }

  private static String others() {
    return Stream.of(Miniature.values())
        .map(each -> GameSpec.MINIATURE + each.id())
        .collect(Collectors.joining(", ", " (", ")"));
  }

  /** Settings whose sentences speak of the options that people typed. */
  private static <T> T typed(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      String sentence = String.valueOf(e.getMessage());
      for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
        if (sentence.startsWith(option.getKey() + " is ")) {
          throw new IllegalArgumentException(
              option.getValue() + sentence.substring(option.getKey().length()), e);
        }
      }
      throw e;
    }
  }

  /** What was given and changes nothing for a learner, a sentence each. */
  List<String> idle(AtariSpec spec) {
    Algorithm learner = spec.learning().algorithm();
    if (learner.meta()) {
      return List.of();
    }
    Map<String, Optional<Object>> ofMeta = new LinkedHashMap<>();
    ofMeta.put("--steps", Optional.ofNullable(steps));
    ofMeta.put("--meta-lr", Optional.ofNullable(metaLr));
    ofMeta.put("--learned", Optional.ofNullable(learned));
    ofMeta.put("--mixture", Optional.ofNullable(mixture));
    ofMeta.put("--outer-critic", Optional.ofNullable(outerCritic));
    ofMeta.put("--outer-gamma", Optional.ofNullable(outerGamma));
    return ofMeta.entrySet().stream()
        .filter(option -> option.getValue().isPresent())
        .map(
            option ->
                option.getKey() + " changes nothing: " + learner.id() + " has no meta-gradient")
        .toList();
  }

  private GameSpec adjust(GameSpec played) {
    if (played instanceof GameSpec.Mini mini) {
      refuse("--episodic-life", episodicLife, "Atari games");
      MiniatureSettings s = mini.settings();
      return named(
          "--sticky",
          () ->
              new GameSpec.Mini(
                  new MiniatureSettings(
                      s.game(),
                      or(sticky, s.stickiness()),
                      or(ramping, s.ramping()),
                      or(minimalActions, s.minimalActions()),
                      or(compatible, s.compatible()))));
    }
    refuse("--ramping", ramping, "miniature games");
    refuse("--compatible", compatible, "miniature games");
    if (played instanceof GameSpec.Console console) {
      AtariSettings s = console.settings();
      return named(
          "--sticky",
          () ->
              new GameSpec.Console(
                  s.withStickiness(or(sticky, s.stickiness()))
                      .withFullActions(!or(minimalActions, !s.fullActions()))
                      .withEpisodicLife(or(episodicLife, s.episodicLife()))));
    }
    refuse("--episodic-life", episodicLife, "Atari games");
    refuse("--sticky", sticky, "Atari and miniature games");
    refuse("--minimal-actions", minimalActions, "Atari and miniature games");
    return played;
  }

  private static void refuse(String option, @Nullable Object given, String where) {
    if (given != null) {
      throw new IllegalArgumentException(option + " is for " + where);
    }
  }

  private LearningSettings learning(LearningSettings base, GameSpec played) {
    Long length = stepsTotal;
    Long inFrames = frames;
    if (length != null && inFrames != null) {
      throw new IllegalArgumentException(
          "--steps-total and --frames exclude each other, expected one of them");
    }
    if (inFrames != null) {
      if (inFrames < played.framesPerStep()) {
        throw new IllegalArgumentException(
            "--frames is " + inFrames + ", expected " + played.framesPerStep() + " or more");
      }
      length = inFrames / played.framesPerStep();
    }
    MetaParameters c = base.coefficients();
    LearningSettings changed =
        base.withNumProcesses(or(envs, base.numProcesses()))
            .withNumSteps(or(rollout, base.numSteps()))
            .withLr(or(lr, base.lr()))
            .withNumEnvSteps(or(length, base.numEnvSteps()))
            .withCoefficients(
                new MetaParameters(
                    or(gamma, c.gamma()),
                    or(gaeLambda, c.gaeLambda()),
                    or(valueLossCoef, c.valueLossCoef()),
                    or(entropyCoef, c.entropyCoef())))
            .withMeta(meta(base.meta()));
    return timeLimit == null
        ? changed
        : new LearningSettings(
            changed.algorithm(),
            changed.numProcesses(),
            changed.numSteps(),
            changed.lr(),
            changed.useLinearLrDecay(),
            changed.eps(),
            changed.maxGradNorm(),
            changed.coefficients(),
            constant("--time-limit", TimeLimit.class, timeLimit),
            changed.meta(),
            changed.numEnvSteps());
  }

  private MetaSettings meta(MetaSettings base) {
    MetaSettings changed =
        base.withInnerSteps(or(steps, base.innerSteps()))
            .withMetaLr(or(metaLr, base.metaLr()))
            .withMixture(or(mixture, base.mixture()));
    List<String> names = learned;
    if (names != null) {
      Set<MetaParameters.Name> set = EnumSet.noneOf(MetaParameters.Name.class);
      names.forEach(n -> set.add(constant("--learned", MetaParameters.Name.class, n)));
      changed = changed.withLearned(set);
    }
    Double discount = outerGamma;
    if (discount != null) {
      OuterLoss outer = changed.outer();
      changed =
          changed.withOuter(
              named(
                  "--outer-gamma",
                  () ->
                      new OuterLoss(
                          discount,
                          outer.gaeLambda(),
                          outer.valueLossCoef(),
                          outer.entropyCoef(),
                          outer.klCoef(),
                          outer.critic())));
    }
    String critic = outerCritic;
    return critic == null
        ? changed
        : changed.withOuter(
            changed.outer().withCritic(constant("--outer-critic", OuterLoss.Critic.class, critic)));
  }

  private static <E extends Enum<E>> E constant(String option, Class<E> type, String text) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equalsIgnoreCase(text.replace('-', '_'))) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        option
            + " is "
            + (text.isEmpty() ? "''" : text)
            + ", expected "
            + String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                    .map(e -> e.name().toLowerCase(Locale.ROOT))
                    .toList()));
  }

  private static <T> T or(@Nullable T given, T base) {
    return given == null ? base : given;
  }

  private static <T> T named(String option, Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }
}
