package gmrl.app.control;

import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Dialogs;
import gmrl.app.ui.Parameter;
import gmrl.app.ui.ParameterViewModel;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpFile;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.experiment.tabular.TeachingMdp;
import gmrl.mdp.Estimator;
import gmrl.mdp.Mdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Every number and choice of the tabular experiment: what is shown and what a change does. */
public final class ControlPanelViewModel {

  /** The three slots of a meta-gradient. */
  public enum Slot {
    /** Moves θ. */
    INNER("inner", "moves θ; its error is the source of compositional bias"),
    /** Curvature and mixed terms. */
    HESSIAN("Hessian", "curvature at the visited θ; its error is the source of Hessian bias"),
    /** The gradient at θ^K. */
    OUTER("outer", "the gradient at the adapted policy; it adds noise, but no bias of its own");

    private final String title;
    private final String meaning;

    Slot(String title, String meaning) {
      this.title = title;
      this.meaning = meaning;
    }

    /** Its name. */
    public String title() {
      return title;
    }

    /** What it does, for a tooltip. */
    public String meaning() {
      return meaning;
    }

    SlotSpec in(TabularSetup setup) {
      return switch (this) {
        case INNER -> setup.inner();
        case HESSIAN -> setup.hessian();
        case OUTER -> setup.outer();
      };
    }

    TabularSetup put(TabularSetup setup, SlotSpec spec) {
      return switch (this) {
        case INNER -> setup.withSlots(spec, setup.hessian(), setup.outer());
        case HESSIAN -> setup.withSlots(setup.inner(), spec, setup.outer());
        case OUTER -> setup.withSlots(setup.inner(), setup.hessian(), spec);
      };
    }
  }

  private final StateModel<LabState> model;
  private final Dialogs dialogs;
  private final Consumer<String> complain;
  private final List<Consumer<LabState>> mirrors = new ArrayList<>();

  /** α. */
  public final ParameterViewModel alpha;

  /** K. */
  public final ParameterViewModel steps;

  /** |τ| of all sampled slots. */
  public final ParameterViewModel samples;

  /** c. */
  public final ParameterViewModel coefficient;

  /** Noise of the Hessian perturbation. */
  public final ParameterViewModel noise;

  /** S of generated MDPs. */
  public final ParameterViewModel states;

  /** A of generated MDPs. */
  public final ParameterViewModel actions;

  /** Dirichlet concentration. */
  public final ParameterViewModel density;

  /** Width of the rewards' interval. */
  public final ParameterViewModel spread;

  /** How many generated MDPs. */
  public final ParameterViewModel mdpCount;

  /** γ. */
  public final ParameterViewModel gamma;

  /** T. */
  public final ParameterViewModel horizon;

  /** Scale of the sampler's critic error. */
  public final ParameterViewModel criticNoise;

  /** M. */
  public final ParameterViewModel trials;

  /** λ of LIRPG. */
  public final ParameterViewModel lambda;

  /**
   * A panel over the laboratory's state.
   *
   * @param model the state
   * @param dialogs asks for files
   * @param complain takes a sentence about what went wrong
   */
  public ControlPanelViewModel(
      StateModel<LabState> model, Dialogs dialogs, Consumer<String> complain) {
    this.model = model;
    this.dialogs = dialogs;
    this.complain = complain;
    alpha = ofSetup(Knobs.ALPHA, TabularSetup::alpha, v -> s -> s.withAlpha(v));
    steps = ofSetup(Knobs.STEPS, TabularSetup::steps, v -> s -> s.withSteps((int) v));
    samples = knob(Knobs.SAMPLES, LabState::samples, v -> s -> s.withSamples((int) v));
    coefficient =
        ofSetup(
            Knobs.COEFFICIENT,
            s -> s.hessianError().coefficient(),
            v -> s -> s.withHessianError(new HessianError(v, s.hessianError().noise())));
    noise =
        ofSetup(
            Knobs.NOISE,
            s -> s.hessianError().noise(),
            v -> s -> s.withHessianError(new HessianError(s.hessianError().coefficient(), v)));
    states =
        ofMdps(Knobs.STATES, MdpSource.Generated::states, (g, v) -> g.withStates(v.intValue()));
    actions =
        ofMdps(Knobs.ACTIONS, MdpSource.Generated::actions, (g, v) -> g.withActions(v.intValue()));
    mdpCount =
        ofMdps(Knobs.MDP_COUNT, MdpSource.Generated::mdps, (g, v) -> g.withMdps(v.intValue()));
    density = ofMdps(Knobs.DENSITY, MdpSource.Generated::density, (g, v) -> g.withDensity(v));
    spread =
        ofMdps(Knobs.SPREAD, MdpSource.Generated::rewardSpread, (g, v) -> g.withRewardSpread(v));
    gamma = ofSetup(Knobs.GAMMA, TabularSetup::gamma, v -> s -> s.withGamma(v));
    horizon = ofSetup(Knobs.HORIZON, TabularSetup::horizon, v -> s -> s.withHorizon((int) v));
    criticNoise =
        ofSetup(Knobs.CRITIC_NOISE, TabularSetup::criticNoise, v -> s -> s.withCriticNoise(v));
    trials = knob(Knobs.TRIALS, LabState::trials, v -> s -> s.withTrials((int) v));
    lambda =
        ofSetup(
            Knobs.LAMBDA,
            s ->
                s.problem() instanceof ProblemSpec.Lirpg l
                    ? l.gaeLambda()
                    : ProblemSpec.Lirpg.paper().gaeLambda(),
            v ->
                s ->
                    s.problem() instanceof ProblemSpec.Lirpg l
                        ? s.withProblem(new ProblemSpec.Lirpg(v, l.criticGradient()))
                        : s);
    model.stateProperty().addListener((o, old, now) -> mirror(now));
    mirror(model.get());
  }

  /** Calls back with the present state now and after every change. */
  void observe(Consumer<LabState> view) {
    mirrors.add(view);
    view.accept(model.get());
  }

  /** Chooses the meta-learning problem; a problem of the kind already chosen keeps its settings. */
  public void chooseProblem(ProblemSpec problem) {
    setup(
        "problem",
        s -> {
          if (s.problem().getClass() == problem.getClass()) {
            return s;
          }
          TabularSetup cleared =
              problem instanceof ProblemSpec.Maml ? s.withPhi(Optional.empty()) : s;
          return cleared.withProblem(problem);
        });
  }

  /** Whether LIRPG's critic is differentiated in φ. */
  public void chooseCriticGradient(boolean differentiated) {
    setup(
        "critic gradient",
        s ->
            s.problem() instanceof ProblemSpec.Lirpg l
                ? s.withProblem(new ProblemSpec.Lirpg(l.gaeLambda(), differentiated))
                : s);
  }

  /** Whether earlier inner iterates lend their batches to the inner slot. */
  public void chooseReuse(boolean reuse) {
    setup("reuse", s -> s.withReuse(reuse));
  }

  /** Takes the meta-gradient in another way, as in {@code truncated:1}. */
  public void chooseMethod(String text) {
    setup("method", s -> s.withMethod(MethodSpec.parse(text)));
  }

  /**
   * Gives the method its number.
   *
   * @param token as in {@code truncated}
   * @throws IllegalArgumentException in one sentence, if the text is no usable number
   */
  void typeMethod(String token, String number) {
    type("method", s -> s.withMethod(MethodSpec.parse(token + ":" + number.strip())));
  }

  /** Makes a slot exact. */
  public void chooseExact(Slot slot) {
    setup(slot.title(), s -> slot.put(s, SlotSpec.exact()));
  }

  /** Fills a slot with an estimator, at the slot's sample size or else at |τ|. */
  public void chooseEstimator(Slot slot, Estimator estimator) {
    edit(
        slot.title(),
        s -> {
          int size =
              slot.in(s.setup()) instanceof SlotSpec.Sampled present
                  ? present.samples()
                  : s.samples();
          return s.withSetup(slot.put(s.setup(), new SlotSpec.Sampled(estimator, size)));
        });
  }

  /**
   * Gives one slot a sample size of its own.
   *
   * @throws IllegalArgumentException in one sentence, if the text is no usable number
   */
  public void typeSamples(Slot slot, String text) {
    int size = (int) Knobs.SAMPLES.parse(text);
    type(slot.title() + " samples", s -> slot.put(s, slot.in(s).withSamples(size)));
  }

  /** Samples a slot, as the others are sampled, or makes it exact. */
  public void chooseSampled(Slot slot, boolean sampled) {
    if (sampled) {
      edit(
          slot.title(),
          s ->
              slot.in(s.setup()).isSampled()
                  ? s
                  : s.withSetup(
                      slot.put(
                          s.setup(),
                          new SlotSpec.Sampled(firstEstimator(s.setup()), s.samples()))));
    } else {
      chooseExact(slot);
    }
  }

  /** Draws random MDPs, as the paper does. */
  public void chooseGenerated() {
    setup(
        "MDPs",
        s -> s.mdps() instanceof MdpSource.Generated ? s : fitted(s, MdpSource.Generated.paper()));
  }

  /** Takes one of the teaching MDPs. */
  public void chooseTeaching(String id) {
    TeachingMdp mdp = TeachingMdp.find(id);
    setup("MDPs", s -> fitted(s, mdp.source()).withGamma(mdp.gamma()));
  }

  /** Asks for an MDP file and takes it. */
  public void openMdp() {
    dialogs
        .open("Open an MDP", Dialogs.FileKind.of("MDP as JSON", "json"))
        .ifPresent(
            file -> {
              try {
                Mdp mdp = MdpFile.read(file);
                MdpSource source = new MdpSource.Given(file.getFileName().toString(), mdp);
                setup("MDPs", s -> fitted(s, source).withGamma(mdp.gamma()));
              } catch (IllegalArgumentException e) {
                complain.accept(String.valueOf(e.getMessage()));
              }
            });
  }

  private static TabularSetup fitted(TabularSetup setup, MdpSource source) {
    // Given tables belong to the MDP they were given for.
    return setup
        .withTheta(java.util.Optional.empty())
        .withPhi(java.util.Optional.empty())
        .withMdps(source);
  }

  private static Estimator firstEstimator(TabularSetup setup) {
    for (Slot slot : Slot.values()) {
      if (slot.in(setup) instanceof SlotSpec.Sampled sampled) {
        return sampled.estimator();
      }
    }
    return Estimator.LVC;
  }

  private ParameterViewModel ofMdps(
      Parameter parameter,
      ToDoubleFunction<MdpSource.Generated> get,
      java.util.function.BiFunction<MdpSource.Generated, Double, MdpSource> set) {
    return ofSetup(
        parameter,
        s -> s.mdps() instanceof MdpSource.Generated g ? get.applyAsDouble(g) : parameter.paper(),
        v -> s -> s.mdps() instanceof MdpSource.Generated g ? fitted(s, set.apply(g, v)) : s);
  }

  private ParameterViewModel ofSetup(
      Parameter parameter,
      ToDoubleFunction<TabularSetup> get,
      DoubleFunction<UnaryOperator<TabularSetup>> set) {
    return knob(
        parameter,
        state -> get.applyAsDouble(state.setup()),
        v -> state -> state.withSetup(set.apply(v).apply(state.setup())));
  }

  private ParameterViewModel knob(
      Parameter parameter,
      ToDoubleFunction<LabState> get,
      DoubleFunction<UnaryOperator<LabState>> set) {
    ParameterViewModel knob =
        new ParameterViewModel(
            parameter, v -> model.edit(parameter.name(), set.apply(v)), model::hold, model::seal);
    mirrors.add(state -> knob.show(get.applyAsDouble(state)));
    return knob;
  }

  private void setup(String key, UnaryOperator<TabularSetup> change) {
    edit(key, state -> state.withSetup(change.apply(state.setup())));
  }

  /** As {@link #setup}, for who says himself what is refused. */
  private void type(String key, UnaryOperator<TabularSetup> change) {
    model.pick(key, state -> state.withSetup(change.apply(state.setup())));
  }

  private void edit(String key, UnaryOperator<LabState> change) {
    try {
      model.pick(key, change);
    } catch (IllegalArgumentException e) {
      complain.accept(String.valueOf(e.getMessage()));
    }
  }

  private void mirror(LabState state) {
    for (Consumer<LabState> mirror : mirrors) {
      mirror.accept(state);
    }
  }
}
