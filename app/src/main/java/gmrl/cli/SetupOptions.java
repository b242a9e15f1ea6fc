package gmrl.cli;

import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpFile;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TableFile;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.experiment.tabular.TeachingMdp;
import gmrl.mdp.Estimator;
import gmrl.mdp.Mdp;
import gmrl.mdp.Reweighting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * The options of a tabular setup. What is not given stays as it is in the setup they are applied
 * to, so no default is repeated here.
 */
final class SetupOptions {
  /** Those that say which MDPs there are. */
  private static final Set<String> OF_MDPS =
      Set.of(
          "--mdp",
          "--teaching-mdp",
          "--states",
          "--actions",
          "--density",
          "--reward-spread",
          "--mdps",
          "--gamma");

  @Option(
      names = "--problem",
      paramLabel = "PROBLEM",
      completionCandidates = Converters.Problems.class,
      description = "one of ${COMPLETION-CANDIDATES}")
  @Nullable Problem problem;

  @Option(
      names = "--mdp",
      paramLabel = "FILE",
      description = "the MDP: {\"P\":[s][a][s'],\"R\":[s][a],\"gamma\":…,\"start\":…}")
  @Nullable Path mdp;

  @Option(
      names = "--teaching-mdp",
      paramLabel = "ID",
      completionCandidates = Converters.TeachingMdps.class,
      description = "one of ${COMPLETION-CANDIDATES}")
  @Nullable String teaching;

  @Option(names = "--states", paramLabel = "S", description = "states of generated MDPs")
  @Nullable Integer states;

  @Option(names = "--actions", paramLabel = "A", description = "actions of generated MDPs")
  @Nullable Integer actions;

  @Option(
      names = "--density",
      paramLabel = "X",
      description = "Dirichlet concentration of generated transition rows")
  @Nullable Double density;

  @Option(
      names = "--reward-spread",
      paramLabel = "X",
      description = "generated rewards are uniform in [0, X]")
  @Nullable Double rewardSpread;

  @Option(names = "--mdps", paramLabel = "N", description = "number of generated MDPs")
  @Nullable Integer mdps;

  @Option(names = "--alpha", paramLabel = "X", description = "inner step size α")
  @Nullable Double alpha;

  @Option(names = "--steps", paramLabel = "K", description = "number of inner steps")
  @Nullable Integer steps;

  @Option(
      names = "--inner",
      paramLabel = "EST[:N]",
      converter = Converters.OfSlot.class,
      completionCandidates = Converters.Slots.class,
      description =
          "who estimates the inner gradient, and from how many trajectories:"
              + " ${COMPLETION-CANDIDATES}")
  @Nullable SlotSpec inner;

  @Option(
      names = "--hessian",
      paramLabel = "EST[:N]",
      converter = Converters.OfSlot.class,
      description = "the same for the curvature")
  @Nullable SlotSpec hessian;

  @Option(
      names = "--outer",
      paramLabel = "EST[:N]",
      converter = Converters.OfSlot.class,
      description = "the same for the outer gradient")
  @Nullable SlotSpec outer;

  @Option(
      names = "--hessian-coef",
      paramLabel = "C",
      description = "adds 2C/(SA) times the identity to the Hessian slot")
  @Nullable Double hessianCoef;

  @Option(
      names = "--hessian-noise",
      paramLabel = "X",
      description = "noise of that error, 1 in the paper's runs")
  @Nullable Double hessianNoise;

  @Option(names = "--horizon", paramLabel = "T", description = "steps per trajectory")
  @Nullable Integer horizon;

  @Option(
      names = "--gamma",
      paramLabel = "X",
      description = "discount in [0, 1); overrides the MDP file's")
  @Nullable Double gamma;

  @Option(
      names = "--critic-noise",
      paramLabel = "X",
      description = "scale of the samplers' critic error")
  @Nullable Double criticNoise;

  @Option(
      names = "--loaded-discount",
      paramLabel = "X",
      description =
          "what loaded keeps of the influence of a step on a later one, for each step between:"
              + " 0 is lvc, 1 all of it")
  @Nullable Double loadedDiscount;

  @Option(
      names = "--reuse",
      arity = "0..1",
      fallbackValue = "balance",
      paramLabel = "HOW",
      converter = Converters.OfReweighting.class,
      completionCandidates = Converters.Reweightings.class,
      description =
          "the inner slot reuses the trial's earlier batches, corrected by one of"
              + " ${COMPLETION-CANDIDATES} (importance weights or truncated ratios;"
              + " ${FALLBACK-VALUE} without HOW); biased, since each policy was made from the"
              + " batches before it")
  @Nullable Reweighting reuse;

  @Option(
      names = "--gae-lambda",
      paramLabel = "X",
      description = "λ of LIRPG's generalised advantage")
  @Nullable Double gaeLambda;

  @Option(names = "--detach-critic", description = "LIRPG: the critic is not differentiated in φ")
  boolean detachCritic;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      converter = Converters.OfMethod.class,
      description = "how the meta-gradient is taken: " + MethodSpec.FORMS)
  @Nullable MethodSpec method;

  @Option(
      names = "--theta",
      paramLabel = "FILE",
      description = "θ⁰: {\"theta\":[s][a]}, zero if absent")
  @Nullable Path theta;

  @Option(
      names = "--phi",
      paramLabel = "FILE",
      description = "LIRPG's intrinsic reward: {\"phi\":[s][a]}, zero if absent")
  @Nullable Path phi;

  /** The problems by their tokens. */
  enum Problem {
    maml,
    lirpg
  }

  /**
   * The setup with everything changed that was given.
   *
   * @throws IllegalArgumentException in one sentence that names the option or the file
   */
  TabularSetup apply(TabularSetup base) {
    TabularSetup setup = problem(base);
    setup = source(setup);
    setup = with(setup, "--gamma", gamma, TabularSetup::withGamma);
    setup = with(setup, "--horizon", horizon, TabularSetup::withHorizon);
    setup = with(setup, "--critic-noise", criticNoise, TabularSetup::withCriticNoise);
    setup =
        with(
            setup,
            "--loaded-discount",
            loadedDiscount,
            (s, value) -> s.withLoadedDiscount(Optional.of(value)));
    setup = with(setup, "--alpha", alpha, TabularSetup::withAlpha);
    setup = with(setup, "--steps", steps, TabularSetup::withSteps);
    setup =
        setup.withSlots(
            or(inner, setup.inner()), or(hessian, setup.hessian()), or(outer, setup.outer()));
    setup = with(setup, "--hessian-coef", hessianCoef, SetupOptions::coefficient);
    setup = with(setup, "--hessian-noise", hessianNoise, SetupOptions::noise);
    setup = with(setup, "--method", method, TabularSetup::withMethod);
    setup = with(setup, "--reuse", reuse, (s, how) -> s.withReweighting(Optional.of(how)));
    setup = with(setup, "--theta", table(setup, theta, "theta"), SetupOptions::theta);
    return with(setup, "--phi", table(setup, phi, "phi"), SetupOptions::phi);
  }

  /** What was given and changes none of these setups, a sentence each. */
  List<String> idle(List<TabularSetup> setups) {
    List<String> idle = new ArrayList<>();
    if (loadedDiscount != null && setups.stream().noneMatch(SetupOptions::isLoaded)) {
      idle.add("--loaded-discount changes nothing: no slot is estimated by loaded");
    }
    if (reuse != null && setups.stream().noneMatch(setup -> setup.inner().isSampled())) {
      idle.add("--reuse changes nothing: the inner slot is exact and has no batches");
    }
    return idle;
  }

  /**
   * What was given and is no part of an MDP, a sentence each.
   *
   * @param given the options of the command line, by their names
   */
  static List<String> noPartOfAnMdp(Set<String> given) {
    CommandSpec all = CommandSpec.forAnnotatedObject(new SetupOptions());
    return all.options().stream()
        .map(OptionSpec::longestName)
        .filter(name -> given.contains(name) && !OF_MDPS.contains(name))
        .map(name -> name + " changes nothing: an MDP does not depend on it")
        .toList();
  }

  /** What was given and is varied anyway, a sentence each. */
  List<String> swept(List<String> variables) {
    Map<String, Boolean> given =
        Map.of(
            "alpha", alpha != null,
            "steps", steps != null,
            "hessian-coef", hessianCoef != null,
            "loaded-discount", loadedDiscount != null);
    return variables.stream()
        .filter(name -> given.getOrDefault(name, false))
        .map(name -> "--%s changes nothing: the sweep varies it".formatted(name))
        .toList();
  }

  private static boolean isLoaded(TabularSetup setup) {
    return Stream.of(setup.inner(), setup.hessian(), setup.outer())
        .anyMatch(s -> s instanceof SlotSpec.Sampled of && of.estimator() == Estimator.LOADED);
  }

  private static TabularSetup theta(TabularSetup setup, Table theta) {
    return setup.withTheta(Optional.of(theta));
  }

  private static TabularSetup phi(TabularSetup setup, Table phi) {
    return setup.withPhi(Optional.of(phi));
  }

  private static <T> T or(@Nullable T given, T base) {
    return given == null ? base : given;
  }

  private static <T> TabularSetup with(
      TabularSetup setup,
      String option,
      @Nullable T value,
      BiFunction<TabularSetup, T, TabularSetup> change) {
    if (value == null) {
      return setup;
    }
    try {
      return change.apply(setup, value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }

  private static TabularSetup coefficient(TabularSetup setup, double coefficient) {
    return setup.withHessianError(new HessianError(coefficient, setup.hessianError().noise()));
  }

  private static TabularSetup noise(TabularSetup setup, double noise) {
    return setup.withHessianError(new HessianError(setup.hessianError().coefficient(), noise));
  }

  private TabularSetup problem(TabularSetup base) {
    TabularSetup setup = base;
    if (problem == Problem.maml) {
      setup = setup.withProblem(new ProblemSpec.Maml());
    } else if (problem == Problem.lirpg && !(base.problem() instanceof ProblemSpec.Lirpg)) {
      setup = setup.withProblem(ProblemSpec.Lirpg.paper());
    }
    setup =
        with(
            setup,
            "--gae-lambda",
            gaeLambda,
            (s, x) -> s.withProblem(new ProblemSpec.Lirpg(x, lirpg(s).criticGradient())));
    return with(
        setup,
        "--detach-critic",
        detachCritic ? true : null,
        (s, x) -> s.withProblem(new ProblemSpec.Lirpg(lirpg(s).gaeLambda(), false)));
  }

  private static ProblemSpec.Lirpg lirpg(TabularSetup setup) {
    if (setup.problem() instanceof ProblemSpec.Lirpg lirpg) {
      return lirpg;
    }
    throw new IllegalArgumentException(
        "the problem is "
            + setup.problem().token()
            + ", expected this option with --problem lirpg");
  }

  private TabularSetup source(TabularSetup setup) {
    Path file = mdp;
    String id = teaching;
    boolean generated =
        states != null
            || actions != null
            || density != null
            || rewardSpread != null
            || mdps != null;
    if ((file != null ? 1 : 0) + (id != null ? 1 : 0) + (generated ? 1 : 0) > 1) {
      throw new IllegalArgumentException(
          "--mdp, --teaching-mdp and the options of generated MDPs (--states, --actions, --density,"
              + " --reward-spread, --mdps) exclude each other, expected one of them");
    }
    if (file != null) {
      Double discount = gamma;
      Mdp read =
          MdpFile.read(
              file, discount == null ? OptionalDouble.empty() : OptionalDouble.of(discount));
      return setup
          .withMdps(new MdpSource.Given(file.getFileName().toString(), read))
          .withGamma(read.gamma());
    }
    if (id != null) {
      TeachingMdp named = TeachingMdp.find(id);
      return setup.withMdps(named.source()).withGamma(named.gamma());
    }
    if (!generated) {
      return setup;
    }
    MdpSource.Generated base =
        setup.mdps() instanceof MdpSource.Generated g ? g : MdpSource.Generated.paper();
    return setup.withMdps(
        new MdpSource.Generated(
            or(states, base.states()),
            or(actions, base.actions()),
            or(density, base.density()),
            or(rewardSpread, base.rewardSpread()),
            or(mdps, base.mdps())));
  }

  private static @Nullable Table table(TabularSetup setup, @Nullable Path file, String key) {
    return file == null
        ? null
        : TableFile.table(file, key, setup.mdps().states(), setup.mdps().actions());
  }
}
