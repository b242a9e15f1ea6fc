package gmrl.atari.learn;

import gmrl.LibraryApi;
import gmrl.atari.CopyableEnvironment;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How biased and how noisy the meta-gradient is at a checkpoint of a run: windows are played from
 * copies of its environments, each with chances of its own.
 */
@LibraryApi
public final class MetaBiasStudy {
  private final LearningSettings settings;
  private final ActorCritic network;
  private final Checkpoint checkpoint;
  private final List<CopyableEnvironment> environments = new ArrayList<>();

  /**
   * @param settings of the run, whose algorithm learns coefficients
   * @param spec of the run
   * @param environments of the run, put into the checkpoint's state
   * @throws IllegalArgumentException if they cannot be copied, or there is nothing to learn
   */
  public MetaBiasStudy(
      LearningSettings settings,
      NetworkSpec spec,
      VectorEnvironment environments,
      Checkpoint checkpoint) {
    if (!settings.algorithm().meta()) {
      throw new IllegalArgumentException(
          settings.algorithm().id() + " learns no coefficients, so it has no meta-gradient");
    }
    this.settings = settings;
    this.network = new ActorCritic(spec.conditioned(true));
    this.checkpoint = checkpoint;
    network.check(checkpoint.learner().parameters());
    environments.restore(checkpoint.environments());
    for (int i = 0; i < environments.size(); i++) {
      if (!(environments.environment(i) instanceof CopyableEnvironment copyable)) {
        throw new IllegalArgumentException(
            environments.label() + " cannot be copied, so its windows cannot be played again");
      }
      this.environments.add(copyable.copy());
    }
  }

  /**
   * Estimates and reference.
   *
   * @param trials windows, at least 2
   * @param copies of each environment that are in every window, at least 2: the estimates then see
   *     so many times the run's batch
   * @param sofar told after each window from the second on; may throw to end the study
   */
  public MetaBias run(int trials, int copies, long seed, Consumer<MetaBias> sofar) {
    if (trials < 2) {
      throw new IllegalArgumentException("trials is " + trials + ", expected 2 or more");
    }
    if (copies < 2) {
      throw new IllegalArgumentException("copies is " + copies + ", expected 2 or more");
    }
    StatefulRandom seeds = new StatefulRandom(seed);
    BiasTrial.Setting setting =
        new BiasTrial.Setting(
            network, settings, settings.rate(checkpoint.steps()), checkpoint.learner(), copies);
    List<BiasTrial> done = new ArrayList<>();
    int played = copies * environments.size();
    for (int j = 0; j < trials; j++) {
      try (Scope scope = Scope.open();
          VectorEnvironment vector = copies(copies, seeds.nextLong())) {
        scope.bytesInUse();
        Actor actor = new Actor(network, vector, new StatefulRandom(seeds.nextLong()));
        Variable raw = raw(checkpoint.meta().raw());
        done.add(BiasTrial.run(setting, actor, first(actor, copies, raw), raw));
      }
      if (done.size() > 1) {
        sofar.accept(MetaBias.of(done, played));
      }
    }
    return MetaBias.of(done, played);
  }

  /**
   * The same derivative by central differences: windows at φ ± h with the same chances everywhere,
   * actions being what the changed policies make of them. Far noisier: the check of the reference.
   *
   * @param trials windows at each of the 8 points
   * @param copies of each environment
   * @param step h, in raw numbers
   * @return the derivative by each raw meta-parameter
   */
  public List<MeanEstimate> differences(int trials, int copies, double step, long seed) {
    List<MeanEstimate> out = new ArrayList<>();
    for (int i = 0; i < MetaParameters.SIZE; i++) {
      double[] direction = new double[MetaParameters.SIZE];
      direction[i] = 1;
      out.add(difference(direction, trials, copies, step, seed));
    }
    return out;
  }

  /**
   * The derivative along one direction in the same way.
   *
   * @param direction [4], of raw numbers
   * @param trials windows at each of the 2 points
   */
  public MeanEstimate difference(
      double[] direction, int trials, int copies, double step, long seed) {
    double[] values = new double[trials];
    StatefulRandom seeds = new StatefulRandom(seed);
    for (int j = 0; j < trials; j++) {
      long environmentSeed = seeds.nextLong();
      long actionSeed = seeds.nextLong();
      double above = objective(direction, step, copies, environmentSeed, actionSeed);
      double below = objective(direction, -step, copies, environmentSeed, actionSeed);
      values[j] = (above - below) / (2 * step);
    }
    return MeanEstimate.of(values);
  }

  private double objective(
      double[] direction, double by, int copies, long environmentSeed, long actionSeed) {
    double[] raw = checkpoint.meta().raw().clone();
    for (int i = 0; i < raw.length; i++) {
      raw[i] += by * direction[i];
    }
    try (Scope scope = Scope.open();
        VectorEnvironment played = copies(copies, environmentSeed)) {
      scope.bytesInUse();
      Actor actor = new Actor(network, played, new StatefulRandom(actionSeed));
      return objective(actor, copies, raw(raw));
    }
  }

  /** J after a window without derivatives. */
  private double objective(Actor actor, int copies, Variable raw) {
    Losses losses = new Losses(network);
    Coefficients c = Coefficients.ofRaw(raw);
    Variable outerGamma = Variable.full(raw.type(), settings.meta().outer().gamma(), 1);
    InnerRule rule =
        new InnerRule(settings.rate(checkpoint.steps()), settings.eps(), settings.maxGradNorm());
    Learner start = checkpoint.learner().learner();
    Learner at = start;
    Segment segment = first(actor, copies, raw).valued(network, start.p(), c.gamma());
    for (int k = 0; k < settings.meta().innerSteps(); k++) {
      List<Variable> p = at.leaves().p();
      Rollout rollout = segment.rollout(settings.timeLimit());
      Variable loss = losses.inner(p, rollout, c, Surrogate.PLAIN, true).total();
      at = rule.apply(at, Autodiff.gradOnce(loss, p)).constants();
      segment = actor.play(at.p(), c.gamma(), settings.numSteps(), new ArrayList<>());
    }
    float[] values = segment.valued(network, start.p(), outerGamma).values();
    return new WindowReturn(segment, values, settings.meta().outer().gamma()).value();
  }

  /** The given first batch, or one of the checkpoint's policy, which φ does not move. */
  private Segment first(Actor actor, int copies, Variable raw) {
    @Nullable Segment pending = checkpoint.pending();
    return pending != null
        ? pending.times(copies)
        : actor.play(
            checkpoint.learner().variables(),
            Coefficients.ofRaw(raw).gamma(),
            settings.numSteps(),
            new ArrayList<>());
  }

  /** All environments, one copy after the other. */
  private VectorEnvironment copies(int copies, long seed) {
    StatefulRandom random = new StatefulRandom(seed);
    List<CopyableEnvironment> all = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      environments.forEach(e -> all.add(e.copy(new StatefulRandom(random.nextLong()))));
    }
    return new VectorEnvironment(all, 1);
  }

  private static Variable raw(double[] raw) {
    float[] out = new float[raw.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) raw[i];
    }
    return Variable.of(out);
  }
}
