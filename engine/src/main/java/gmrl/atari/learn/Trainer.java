package gmrl.atari.learn;

import gmrl.LibraryApi;
import gmrl.atari.Environment;
import gmrl.atari.Episode;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of one learner: each {@link #update} plays, learns and reports. Between updates
 * everything lies on the Java heap, so a run can be stopped, stored and resumed bit for bit.
 *
 * <p>Used by one thread at a time.
 */
public final class Trainer {
  private final ActorCritic network;
  private final ActorCritic outerNetwork;
  private final Losses losses;
  private final VectorEnvironment environments;
  private final StatefulRandom random;
  private Actor actor;
  private LearningSettings settings;
  private LearnerState learner;
  private MetaLearner meta;
  private @Nullable LearnerState outerCritic;
  private @Nullable Segment pending;
  private long steps;

  private Trainer(
      LearningSettings settings,
      NetworkSpec spec,
      VectorEnvironment environments,
      Checkpoint from) {
    this.settings = settings;
    this.network = new ActorCritic(spec.conditioned(settings.algorithm().conditioned()));
    this.outerNetwork = new ActorCritic(spec.conditioned(false));
    this.losses = new Losses(network);
    this.environments = environments;
    network.check(from.learner().parameters());
    this.random = new StatefulRandom(from.random());
    this.learner = from.learner();
    this.meta = from.meta();
    this.outerCritic = from.outerCritic();
    this.pending = from.pending();
    this.steps = from.steps();
    this.actor = new Actor(network, environments, random);
  }

  /**
   * A new run.
   *
   * @param spec the network; whether its critic is conditioned follows from the algorithm
   * @param environments as many as the settings say; begun anew here, closed by the caller
   * @param seed of the first parameters and of the actions
   */
  public static Trainer start(
      LearningSettings settings, NetworkSpec spec, VectorEnvironment environments, long seed) {
    if (environments.size() != settings.numProcesses()) {
      throw new IllegalArgumentException(
          "num_processes is "
              + settings.numProcesses()
              + ", but there are "
              + environments.size()
              + " environments");
    }
    StatefulRandom random = new StatefulRandom(seed);
    StatefulRandom parameters = new StatefulRandom(random.nextLong());
    ActorCritic network = new ActorCritic(spec.conditioned(settings.algorithm().conditioned()));
    LearnerState learner = LearnerState.start(network.initial(parameters));
    boolean own =
        settings.algorithm().meta() && settings.meta().outer().critic() == OuterLoss.Critic.OWN;
    LearnerState critic =
        own
            ? LearnerState.start(new ActorCritic(spec.conditioned(false)).initial(parameters))
            : null;
    environments.reset(new float[environments.size() * environments.shape().size()], 0);
    return new Trainer(
        settings,
        spec,
        environments,
        new Checkpoint(
            0,
            learner,
            MetaLearner.start(settings.coefficients()),
            critic,
            random.state(),
            environments.save(),
            null));
  }

  /**
   * Goes on where a checkpoint was taken.
   *
   * @param environments of the settings that the checkpoint was made with; put into its state
   * @throws IllegalArgumentException if the checkpoint is of another network or other environments
   */
  public static Trainer resume(
      LearningSettings settings,
      NetworkSpec spec,
      VectorEnvironment environments,
      Checkpoint checkpoint) {
    environments.restore(checkpoint.environments());
    return new Trainer(settings, spec, environments, checkpoint);
  }

  /** What {@link #resume} needs. */
  public Checkpoint checkpoint() {
    return new Checkpoint(
        steps, learner, meta, outerCritic, random.state(), environments.save(), pending);
  }

  /**
   * Settings from the next update on; the algorithm stays. Where there are to be more environments
   * or fewer, those that stay play on; the first update of a meta-learner still begins with what
   * was experienced before.
   *
   * @param more opens one that comes
   */
  public void change(LearningSettings next, Supplier<? extends Environment> more) {
    if (next.algorithm() != settings.algorithm()) {
      throw new IllegalArgumentException("the algorithm cannot change during a run");
    }
    if (next.numProcesses() != settings.numProcesses()) {
      environments.resize(next.numProcesses(), more);
      actor = new Actor(network, environments, random);
    }
    settings = next;
  }

  public LearningSettings settings() {
    return settings;
  }

  /** Decisions of all environments together so far. */
  public long steps() {
    return steps;
  }

  /** Whether the run has had all its steps. */
  public boolean done() {
    return steps >= settings.numEnvSteps();
  }

  /** Whether the network, and the outer loss's own critic if there is one, are numbers. */
  public boolean finite() {
    LearnerState own = outerCritic;
    return learner.parameters().finite() && (own == null || own.parameters().finite());
  }

  /** The network's parameters now. */
  Parameters parameters() {
    return learner.parameters();
  }

  /** One update of A2C, or one window of K updates with its meta-gradient. */
  @LibraryApi
  public UpdateReport update() {
    return update(false);
  }

  /**
   * One update.
   *
   * @param diagnose whether the report is to hold plain and LVC meta-gradients with their parts
   */
  public UpdateReport update(boolean diagnose) {
    return settings.algorithm().meta() ? window(diagnose) : single();
  }

  private InnerRule rule() {
    return new InnerRule(settings.rate(steps), settings.eps(), settings.maxGradNorm());
  }

  private UpdateReport single() {
    try (Scope scope = Scope.open()) {
      scope.bytesInUse();
      List<Episode> episodes = new ArrayList<>();
      Learner at = learner.learner().leaves();
      Variable like = at.p().get(0);
      Coefficients c = Coefficients.constant(settings.coefficients(), like);
      InnerRule rule = rule();
      Segment segment = play(at, c.gamma(), episodes);
      Losses.Loss loss =
          losses.inner(at.p(), segment.rollout(settings.timeLimit()), c, Surrogate.PLAIN, true);
      List<Variable> gradient = Autodiff.gradOnce(loss.total(), at.p());
      learner = learner.with(rule.apply(at.constants(), gradient));
      return new UpdateReport(
          steps,
          learner.updates(),
          rule.rate(),
          loss.value().item(),
          loss.policy().item(),
          loss.entropy().item(),
          InnerRule.norm(gradient),
          settings.coefficients(),
          null,
          episodes);
    }
  }

  private Segment play(Learner at, Variable gamma, List<Episode> episodes) {
    Segment segment = actor.play(at.constants().p(), gamma, settings.numSteps(), episodes);
    steps += segment.samples();
    return segment;
  }

  /**
   * What a window did and saw, on the Java heap.
   *
   * @param inner the inner updates' rules and experience
   * @param outer the outer losses' steps, weights and experience
   * @param gradient what the learner made of it
   */
  private record Lived(
      List<Inner> inner, List<Outer> outer, MetaWindow.MetaGradient gradient, Sums sums) {
    record Inner(InnerRule rule, Segment segment) {}

    record Outer(int step, double weight, Segment segment) {}
  }

  private UpdateReport window(boolean diagnose) {
    LearnerState before = learner;
    List<Episode> episodes = new ArrayList<>();
    Lived lived = live(diagnose, episodes);
    // Only now, so that the arrays of two windows are never needed at once.
    Diagnosis diagnosis =
        diagnose ? diagnosis(lived.gradient(), again(twin(), before, lived)) : null;
    MetaReport report =
        new MetaReport(lived.gradient().loss(), lived.gradient().total(), diagnosis);
    if (report.finite()) {
      MetaSettings how = settings.meta();
      meta = meta.step(report.gradient(), how.metaLr(), how.learned());
    }
    double rate = lived.inner().get(lived.inner().size() - 1).rule().rate();
    return lived.sums().report(steps, learner.updates(), rate, meta.values(), report, episodes);
  }

  /** Plays and learns through a window; the meta-parameters stay. */
  private Lived live(boolean split, List<Episode> episodes) {
    try (Scope scope = Scope.open()) {
      scope.bytesInUse();
      MetaSettings how = settings.meta();
      int k = how.innerSteps();
      Learner start = learner.learner().constants();
      Variable like = start.p().get(0);
      Variable gamma = Variable.full(like.type(), meta.values().gamma(), 1);
      Variable outerGamma = Variable.full(like.type(), how.outer().gamma(), 1);
      MetaWindow window = open(settings.algorithm().surrogate(), start);
      List<Lived.Inner> inner = new ArrayList<>();
      List<Lived.Outer> outer = new ArrayList<>();
      Sums sums = new Sums();
      Segment segment =
          pending == null
              ? play(start, gamma, episodes)
              : pending.valued(network, start.p(), gamma);
      for (int step = 1; step <= k; step++) {
        InnerRule rule = rule();
        inner.add(new Lived.Inner(rule, segment));
        sums.add(window.advance(rule, segment.rollout(settings.timeLimit())));
        boolean last = step == k;
        segment = play(window.learner(), last ? outerGamma : gamma, episodes);
        if (how.weight(step) > 0) {
          Segment seen = outerView(segment, window.learner(), outerGamma, last);
          outer.add(new Lived.Outer(step, how.weight(step), seen));
        }
      }
      List<MetaWindow.OuterTerm> terms = terms(outer);
      MetaWindow.MetaGradient gradient = window.gradient(terms, how.outer(), split);
      learner = learner.with(window.learner());
      pending = segment;
      trainOuterCritic(inner.get(k - 1).rule(), terms);
      return new Lived(inner, outer, gradient, sums);
    }
  }

  /** What another surrogate makes of the same experience. */
  private MetaWindow.MetaGradient again(Surrogate other, LearnerState before, Lived lived) {
    try (Scope scope = Scope.open()) {
      scope.bytesInUse();
      MetaWindow window = open(other, before.learner().constants());
      for (Lived.Inner step : lived.inner()) {
        window.advance(step.rule(), step.segment().rollout(settings.timeLimit()));
      }
      return window.gradient(terms(lived.outer()), settings.meta().outer(), true);
    }
  }

  private List<MetaWindow.OuterTerm> terms(List<Lived.Outer> outer) {
    return outer.stream()
        .map(
            each ->
                new MetaWindow.OuterTerm(
                    each.step(), each.weight(), each.segment().rollout(settings.timeLimit())))
        .toList();
  }

  private Surrogate twin() {
    return settings.algorithm().surrogate() == Surrogate.LVC ? Surrogate.PLAIN : Surrogate.LVC;
  }

  private Diagnosis diagnosis(MetaWindow.MetaGradient own, MetaWindow.MetaGradient other) {
    Diagnosis.Split first = new Diagnosis.Split(own.total(), own.mixed(), own.transported());
    Diagnosis.Split second = new Diagnosis.Split(other.total(), other.mixed(), other.transported());
    return settings.algorithm().surrogate() == Surrogate.LVC
        ? new Diagnosis(second, first)
        : new Diagnosis(first, second);
  }

  private MetaWindow open(Surrogate surrogate, Learner start) {
    return new MetaWindow(losses, surrogate, settings.meta().detachGamma(), start, raw());
  }

  private Variable raw() {
    float[] raw = new float[MetaParameters.SIZE];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (float) meta.raw()[i];
    }
    return Variable.of(raw);
  }

  /** The experience as the outer loss sees it: valued at the outer γ, by its own critic if any. */
  private Segment outerView(Segment segment, Learner at, Variable outerGamma, boolean valued) {
    LearnerState own = outerCritic;
    return own != null
        ? segment.valued(outerNetwork, own.variables(), null)
        : valued ? segment : segment.valued(network, at.p(), outerGamma);
  }

  /** The outer loss's own critic learns at the outer γ and λ from what the outer loss saw. */
  private void trainOuterCritic(InnerRule rule, List<MetaWindow.OuterTerm> outer) {
    LearnerState own = outerCritic;
    if (own == null) {
      return;
    }
    OuterLoss how = settings.meta().outer();
    for (MetaWindow.OuterTerm term : outer) {
      Learner at = own.learner().leaves();
      Variable like = at.p().get(0);
      Variable returns =
          term.rollout()
              .returns(
                  Variable.full(like.type(), how.gamma(), 1),
                  Variable.full(like.type(), how.gaeLambda(), 1));
      Variable values = outerNetwork.apply(at.p(), term.rollout().observations(), null).values();
      Variable loss = returns.minus(values).square().mean();
      own = own.with(rule.apply(at.constants(), Autodiff.gradOnce(loss, at.p())));
    }
    outerCritic = own;
  }

  /** Means over the inner updates of a window. */
  private static final class Sums {
    private int count;
    private double value;
    private double policy;
    private double entropy;
    private double norm;

    void add(AdamStep step) {
      count++;
      value += step.loss().value().item();
      policy += step.loss().policy().item();
      entropy += step.loss().entropy().item();
      norm += step.gradientNorm();
    }

    UpdateReport report(
        long steps,
        long updates,
        double rate,
        MetaParameters coefficients,
        MetaReport meta,
        List<Episode> episodes) {
      return new UpdateReport(
          steps,
          updates,
          rate,
          value / count,
          policy / count,
          entropy / count,
          norm / count,
          coefficients,
          meta,
          episodes);
    }
  }
}
