package gmrl.ipd;

import gmrl.meta.MetaGradient;
import gmrl.meta.OuterSlot;
import gmrl.meta.Randomness;
import gmrl.numpy.StateArrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Two agents that shape each other's learning, one seed, one update at a time.
 *
 * <p>In an update each agent imagines K gradient steps of its opponent against its own unchanged
 * policy and climbs its value there, differentiating through those steps; both then move at once,
 * by AdamAscent. Every update has its own generator, made of the seed and the index of the update:
 * the same seed gives the same path, and a path can be taken up at any recorded state.
 *
 * <p>Source: Foerster et al., "DiCE" (ICML 2018), LOLA-DiCE. Not thread-safe.
 */
public final class LolaLearner {
  private final LolaConfig config;
  private final RepeatedGame game;
  private final long seed;
  private final ReplayBuffer buffer;
  private final Lookahead[] lookaheads = new Lookahead[2];
  private final SampledValue[] outerEstimates = new SampledValue[2];
  private final AdamAscent[] policyAdam = new AdamAscent[2];
  private final AdamAscent[] criticAdam = new AdamAscent[2];
  private final JointPoint here;

  private int update;
  private double[][] theta;
  private double[][] values;
  private double[][] model;

  /** A learner before its first update, both policies undecided (θ = 0). */
  public LolaLearner(LolaConfig config, long seed) {
    this(config, seed, LolaState.starting(new double[Views.STATES], new double[Views.STATES]));
  }

  /** A learner that takes up where a recorded state stands. */
  public LolaLearner(LolaConfig config, long seed, LolaState start) {
    this.config = config;
    game = new RepeatedGame(config.game(), config.discount());
    this.seed = seed;
    buffer = new ReplayBuffer(config.bufferCapacity());
    here = new JointPoint(game);
    boolean shared = config.hessian() instanceof Samples.AsInner;
    for (int self = 0; self < 2; self++) {
      lookaheads[self] =
          new Lookahead(
              game, config, self, drawing(config.inner()), drawing(config.hessian()), shared);
      outerEstimates[self] = new SampledValue(game, config.estimator(), config.rollout(), self);
      policyAdam[self] = new AdamAscent(config.outerRate(), Views.STATES);
      criticAdam[self] = new AdamAscent(config.criticRate(), Views.STATES);
    }
    update = start.update();
    theta = start.jointTheta();
    values = start.jointValues();
    model = start.jointModel();
    restoreMoments(start.moments());
  }

  private @Nullable Draw drawing(Samples samples) {
    if (samples instanceof Samples.Fresh fresh) {
      return Draw.fresh(fresh.trajectories());
    }
    if (samples instanceof Samples.Replay replay) {
      return Draw.replay(replay.fresh(), config.rollout(), buffer);
    }
    return null;
  }

  /** Goes back, or forward, to a recorded state; a replay buffer is refilled. */
  public void restore(LolaState state) {
    update = state.update();
    theta = state.jointTheta();
    values = state.jointValues();
    model = state.jointModel();
    restoreMoments(state.moments());
    buffer.clear();
  }

  /** Puts the replay buffer down, or takes it up. */
  void carryReplay(StateArrays state) {
    buffer.carry(state);
  }

  private void restoreMoments(double[][] moments) {
    for (int agent = 0; agent < 2; agent++) {
      policyAdam[agent].restore(update, moments[agent], 0);
      criticAdam[agent].restore(update, moments[agent], 2 * Views.STATES);
    }
  }

  /** The present state. */
  public LolaState state() {
    double[][] moments = new double[2][4 * Views.STATES];
    for (int agent = 0; agent < 2; agent++) {
      policyAdam[agent].save(moments[agent], 0);
      criticAdam[agent].save(moments[agent], 2 * Views.STATES);
    }
    return new LolaState(update, copy(theta), copy(values), copy(model), moments);
  }

  /** The record of the present state, as it is before the first update. */
  public LolaUpdate record() {
    double none = Double.NaN;
    return record(new double[] {none, none}, new double[] {none, none}, new double[] {none, none});
  }

  /** Makes one update and records it. */
  public LolaUpdate update() {
    SplittableGenerator random = Randomness.ofUpdate(seed, update);
    double[][] gradients = new double[2][Views.STATES];
    double[][] downhill = new double[2][Views.STATES];
    double[] correlation = new double[2];
    double[] relativeError = new double[2];
    double[] outerExact = new double[2];
    double[] exact = new double[Views.STATES];
    for (int self = 0; self < 2; self++) {
      SplittableGenerator own = random.split();
      LolaProblem problem = problem(self);
      MetaGradient<JointPoint> estimate = estimate(self, problem, own, gradients[self]);
      trainCritic(self, estimate.point(config.lookaheads()), own, downhill[self]);
      exactGradient(self, exact);
      correlation[self] = Agreement.correlation(gradients[self], exact);
      relativeError[self] = Agreement.relativeError(gradients[self], exact);
      outerExact[self] = outerExactCorrelation(self, problem, own, exact, correlation[self]);
    }
    for (int self = 0; self < 2; self++) {
      policyAdam[self].ascend(gradients[self], theta[self]);
      criticAdam[self].ascend(downhill[self], values[self]);
    }
    update++;
    if (config.opponentModel() > 0) {
      watch(random.nextLong());
    }
    return record(correlation, relativeError, outerExact);
  }

  /**
   * One estimate of an agent's meta-gradient where the learner stands, which stays there.
   *
   * @param self 0 or 1
   * @param random the trial's own generator
   * @param gradient [5], overwritten, agent 1's view
   */
  MetaGradient<JointPoint> estimate(
      int self, LolaProblem problem, SplittableGenerator random, double[] gradient) {
    lookaheads[self].begin(
        config.opponentModel() > 0 ? Views.swap(values[self]) : values[1 - self]);
    return recursion(self, problem, outer(self, problem), random, gradient);
  }

  /** The exact meta-gradient against the opponent as it is, agent 1's view; returns its path. */
  MetaGradient<JointPoint> exactGradient(int self, double[] gradient) {
    LolaProblem problem = new LolaProblem(game, self, theta[1 - self]);
    MetaGradient<JointPoint> meta =
        new MetaGradient<>(
            problem,
            problem.exactInner(),
            problem.exactCurvature(),
            problem.exactOuter(),
            config.innerRate(),
            config.lookaheads(),
            theta[self]);
    meta.estimate(new SplittableRandom(0), gradient);
    return meta;
  }

  void forgetReplay() {
    buffer.clear();
  }

  /** The problem of an agent, against the opponent as it knows it. */
  LolaProblem problem(int self) {
    return new LolaProblem(game, self, config.opponentModel() > 0 ? model[self] : theta[1 - self]);
  }

  private MetaGradient<JointPoint> recursion(
      int self,
      LolaProblem problem,
      OuterSlot<JointPoint> outer,
      SplittableGenerator random,
      double[] gradient) {
    Lookahead lookahead = lookaheads[self];
    MetaGradient<JointPoint> meta =
        new MetaGradient<>(
            problem,
            lookahead,
            lookahead,
            outer,
            config.innerRate(),
            config.lookaheads(),
            theta[self]);
    meta.estimate(random, gradient);
    return meta;
  }

  private OuterSlot<JointPoint> outer(int self, LolaProblem problem) {
    if (!(config.outer() instanceof Samples.Fresh fresh)) {
      return problem.exactOuter();
    }
    SampledValue estimate = outerEstimates[self];
    return (point, random, thetaGradient, phiGradient) -> {
      estimate.fresh(point, values[self], fresh.trajectories(), random.nextLong());
      estimate.gradient(1 - self, thetaGradient);
      estimate.gradient(self, phiGradient);
    };
  }

  private double outerExactCorrelation(
      int self,
      LolaProblem problem,
      SplittableGenerator random,
      double[] exact,
      double correlation) {
    if (config.outer() instanceof Samples.Exact) {
      return correlation;
    }
    double[] gradient = new double[Views.STATES];
    lookaheads[self].keepSamples();
    recursion(self, problem, problem.exactOuter(), random, gradient);
    return Agreement.correlation(gradient, exact);
  }

  /** The critic learns from the outer batch; where there is none, from one of the usual size. */
  private void trainCritic(
      int self, JointPoint imagined, SplittableGenerator random, double[] downhill) {
    if (!config.needsCritic()) {
      return;
    }
    Batch batch = outerEstimates[self].batch();
    if (config.outer() instanceof Samples.Exact) {
      batch = new Batch(LolaConfig.BATCH, config.rollout());
      batch.fill(imagined, random.nextLong());
    }
    double[] counts = new double[Scores.CELLS];
    batch.addCounts(counts);
    Critic.ascent(counts, game.outcomeRewards(self), values[self], downhill);
  }

  /** Each agent watches real play and takes the opponent's logits from its action counts. */
  private void watch(long seed) {
    here.moveTo(theta[0], theta[1]);
    Batch play = new Batch(config.opponentModel(), config.rollout());
    play.fill(here, seed);
    double[] counts = new double[Scores.CELLS];
    play.addCounts(counts);
    for (int s = 0; s < Views.STATES; s++) {
      int at = 4 * s;
      model[0][s] =
          Logistic.logitFromCounts(counts[at] + counts[at + 2], counts[at + 1] + counts[at + 3]);
      model[1][s] =
          Logistic.logitFromCounts(counts[at] + counts[at + 1], counts[at + 2] + counts[at + 3]);
    }
  }

  private LolaUpdate record(double[] correlation, double[] relativeError, double[] outerExact) {
    here.moveTo(theta[0], theta[1]);
    double[] means = new double[4];
    here.rolloutMeans(config.rollout(), means);
    return new LolaUpdate(
        state(),
        new double[] {means[0], means[1]},
        new double[] {means[2], means[3]},
        new double[] {here.value(0), here.value(1)},
        correlation,
        relativeError,
        outerExact);
  }

  private static double[][] copy(double[][] rows) {
    return new double[][] {rows[0].clone(), rows[1].clone()};
  }
}
