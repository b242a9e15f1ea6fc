package gmrl.experiment.tabular;

import gmrl.experiment.Counted;
import gmrl.experiment.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A tabular setup in the words of a paper. */
public final class SetupSettings {
  /** Key of the step size α. */
  public static final String ALPHA = "alpha";

  /** Key of the number of inner steps. */
  public static final String STEPS = "steps";

  /** Key of |τ|, where all sampled slots have the same. */
  public static final String SAMPLES = "samples";

  /** Key of the coefficient of the controlled Hessian error. */
  public static final String COEFFICIENT = "hessianCoef";

  /** Key of λ of loaded DiCE. */
  public static final String LOADED_DISCOUNT = "loadedDiscount";

  private SetupSettings() {}

  /** What a reader must know of a setup. */
  public static List<Setting> of(TabularSetup setup) {
    List<Setting> all = new ArrayList<>();
    boolean maml = setup.problem() instanceof ProblemSpec.Maml;
    all.add(Setting.subject("problem", maml ? "MAML-RL" : "LIRPG"));
    all.add(Setting.subject("mdp", "on " + source(setup.mdps())));
    all.add(Setting.symbol(ALPHA, "α", setup.alpha()));
    all.add(Setting.symbol(STEPS, "K", setup.steps()));
    Map<String, SlotSpec> slots = new LinkedHashMap<>();
    slots.put("inner gradient", setup.inner());
    slots.put("Hessian", setup.hessian());
    slots.put("outer gradient", setup.outer());
    Set<Integer> sizes = new TreeSet<>();
    slots.values().forEach(slot -> size(slot, sizes));
    boolean oneSize = sizes.size() == 1;
    if (oneSize) {
      all.add(Setting.symbol(SAMPLES, "|τ|", setup.samples()));
    }
    error(setup.hessianError(), all);
    all.add(Setting.symbol("gamma", "γ", setup.gamma()));
    all.add(Setting.symbol("horizon", "T", setup.horizon()));
    setup.loadedDiscount().ifPresent(l -> all.add(Setting.symbol(LOADED_DISCOUNT, "λ", l)));
    if (!sizes.isEmpty()) {
      double noise = setup.criticNoise();
      all.add(
          Setting.words(
              "criticNoise",
              noise == 0 ? "exact critic" : "noise " + number(noise) + " on the critic"));
    }
    if (setup.problem() instanceof ProblemSpec.Lirpg lirpg) {
      all.add(Setting.words("gaeLambda", "GAE λ = " + number(lirpg.gaeLambda())));
      all.add(
          Setting.method("criticGradient", lirpg.criticGradient() ? "" : "critic detached from φ"));
    }
    all.add(Setting.method("theta", setup.theta().isPresent() ? "from a given θ⁰" : ""));
    all.add(Setting.method("phi", setup.phi().isPresent() ? "a given φ" : ""));
    all.add(Setting.method("method", method(setup.method())));
    all.add(
        Setting.method("reuse", setup.reuse() ? "batches of earlier inner steps are reused" : ""));
    slots.forEach((part, slot) -> all.add(Setting.slot(part, part, by(slot, oneSize))));
    return all;
  }

  private static void size(SlotSpec slot, Set<Integer> sizes) {
    if (slot instanceof SlotSpec.Sampled sampled) {
      sizes.add(sampled.samples());
    }
  }

  private static String by(SlotSpec slot, boolean oneSize) {
    if (slot instanceof SlotSpec.Sampled sampled) {
      return "sampled by "
          + sampled.estimator().title()
          + (oneSize ? "" : " with |τ| = " + sampled.samples());
    }
    return "exact";
  }

  private static void error(HessianError error, List<Setting> all) {
    all.add(
        error.isNone()
            ? Setting.words(COEFFICIENT, "")
            : Setting.symbol(COEFFICIENT, "c", error.coefficient()));
    all.add(
        Setting.words(
            "hessianNoise",
            error.noise() == 0 ? "" : "noise of the Hessian error " + number(error.noise())));
  }

  private static String source(MdpSource source) {
    if (source instanceof MdpSource.Teaching teaching) {
      return "the MDP “" + TeachingMdp.find(teaching.id()).title() + "”";
    }
    if (source instanceof MdpSource.Given given) {
      return "the MDP " + given.name();
    }
    MdpSource.Generated made = (MdpSource.Generated) source;
    MdpSource.Generated usual = MdpSource.Generated.paper();
    return Counted.of(made.mdps(), "random MDP")
        + " of "
        + Counted.of(made.states(), "state")
        + " and "
        + Counted.of(made.actions(), "action")
        + (made.density() == usual.density() ? "" : " of density " + number(made.density()))
        + (made.rewardSpread() == usual.rewardSpread()
            ? ""
            : " with rewards in [0, " + number(made.rewardSpread()) + "]");
  }

  private static String method(MethodSpec method) {
    if (method instanceof MethodSpec.Truncated cut) {
      return "differentiated through the last " + Counted.of(cut.steps(), "inner step");
    }
    if (method instanceof MethodSpec.Mixture mixture) {
      return "a mixture over inner steps, λ = " + number(mixture.keep());
    }
    if (method instanceof MethodSpec.Implicit implicit) {
      return "implicit differentiation, " + Counted.of(implicit.iterations(), "iteration");
    }
    if (method instanceof MethodSpec.EvolutionStrategies es) {
      return "evolution strategies, " + Counted.of(es.pairs(), "pair");
    }
    if (method instanceof MethodSpec.PersistentStrategies pes) {
      return "persistent evolution strategies, " + Counted.of(pes.pairs(), "pair");
    }
    return method instanceof MethodSpec.PreAdaptation
        ? "with the pre-adaptation term"
        : "differentiated through all inner steps";
  }

  private static String number(double value) {
    return Setting.number(value);
  }
}
