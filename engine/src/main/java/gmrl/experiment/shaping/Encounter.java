package gmrl.experiment.shaping;

import gmrl.experiment.CancellationToken;
import gmrl.ipd.Samples;
import gmrl.ipd.shaping.DifferentiableGame;
import gmrl.ipd.shaping.Learner;
import gmrl.ipd.shaping.ProximalLookahead;
import gmrl.meta.TrialAccumulator;
import gmrl.numpy.StateArrays;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One learner that meets itself, from one seed. Belongs to one thread at a time. */
final class Encounter {
  private static final double[] NO_INNER_ERRORS = {};

  private final ShapingSpec spec;
  private final Learner learner;
  private final long seed;
  private final DifferentiableGame exact;
  private final DifferentiableGame outer;
  private final DifferentiableGame inner;
  private final DifferentiableGame hessian;
  private final List<CountedRandom> sources = new ArrayList<>();
  private final double[][] theta = new double[2][];
  private final double[][] direction;
  private final List<ShapingResult.Step> steps = new ArrayList<>();
  private Optional<ShapingResult.Agreement> estimate = Optional.empty();

  Encounter(ShapingSpec spec, Learner learner, long seed) {
    this.spec = spec;
    this.learner = learner;
    this.seed = seed;
    exact = spec.game().exact(spec.discount());
    SplittableRandom random = new SplittableRandom(seed);
    // All learners start alike.
    for (int player = 0; player < 2; player++) {
      theta[player] = new double[exact.size()];
      for (int s = 0; s < theta[player].length; s++) {
        theta[player][s] = spec.spread() * random.nextGaussian();
      }
    }
    outer = view(spec.outer(), random.split());
    inner = view(spec.inner(), random.split());
    hessian = view(spec.hessian(), random.split());
    direction = new double[2][exact.size()];
    record();
  }

  private DifferentiableGame view(Samples samples, SplittableRandom source) {
    CountedRandom random = new CountedRandom(source);
    sources.add(random);
    return samples instanceof Samples.Fresh fresh
            && spec.game() instanceof ShapingGame.Repeated repeated
        ? repeated.sampled(
            spec.discount(), spec.estimator(), spec.rollout(), fresh.trajectories(), random)
        : exact;
  }

  /** Estimates the first direction again and again. */
  void measure(CancellationToken token) {
    if (environmentSteps() == 0) {
      return;
    }
    look(exact, exact, exact);
    TrialAccumulator sums = new TrialAccumulator(flat(direction), 0);
    for (int i = 0; i < spec.trials(); i++) {
      token.check();
      look(outer, inner, hessian);
      sums.add(flat(direction), NO_INNER_ERRORS);
    }
    estimate = Optional.of(ShapingResult.Agreement.of(sums.measures()));
  }

  /** The direction as it is seen through three views of the game. */
  private void look(
      DifferentiableGame forXi, DifferentiableGame forTheirs, DifferentiableGame bent) {
    if (!learner.isLocal()) {
      new ProximalLookahead(forXi, forTheirs, bent, spec.alpha()).direction(theta, direction);
      return;
    }
    forXi.moveTo(theta[0], theta[1]);
    if (learner.usesCurvature()) {
      forTheirs.moveTo(theta[0], theta[1]);
      bent.moveTo(theta[0], theta[1]);
    }
    learner.direction(forXi, forTheirs, bent, spec.alpha(), spec.lambda(), direction);
  }

  /** Both players move at once. */
  void update() {
    look(outer, inner, hessian);
    for (int player = 0; player < 2; player++) {
      for (int s = 0; s < theta[player].length; s++) {
        theta[player][s] += spec.rate() * direction[player][s];
        if (!Double.isFinite(theta[player][s])) {
          throw new IllegalArgumentException(
              learner.token()
                  + " from seed "
                  + seed
                  + " overflows in update "
                  + steps.size()
                  + ", expected smaller alpha, lambda or rate");
        }
      }
    }
    record();
  }

  private void record() {
    exact.moveTo(theta[0], theta[1]);
    double slope = 0;
    double[] gradient = new double[exact.size()];
    for (int player = 0; player < 2; player++) {
      exact.gradient(player, player, gradient);
      for (double x : gradient) {
        slope += x * x;
      }
    }
    double scale = spec.game() instanceof ShapingGame.Repeated ? 1 - spec.discount() : 1;
    steps.add(
        new ShapingResult.Step(
            steps.size(),
            scale * exact.value(0),
            scale * exact.value(1),
            Math.sqrt(slope),
            spec.game().place(theta[0]),
            spec.game().place(theta[1])));
  }

  private long environmentSteps() {
    if (!learner.isLocal()) {
      return new ProximalLookahead(outer, inner, hessian, spec.alpha()).environmentSteps();
    }
    long curvature =
        learner.usesCurvature() ? inner.environmentSteps() + hessian.environmentSteps() : 0;
    return outer.environmentSteps() + curvature;
  }

  private static double[] flat(double[][] pair) {
    double[] both = new double[pair[0].length + pair[1].length];
    System.arraycopy(pair[0], 0, both, 0, pair[0].length);
    System.arraycopy(pair[1], 0, both, pair[0].length, pair[1].length);
    return both;
  }

  /** Updates done. */
  int updates() {
    return steps.size() - 1;
  }

  /** Puts down all that the encounter goes on with, or takes it up. */
  void carry(StateArrays state) {
    for (int player = 0; player < 2; player++) {
      state.fill("theta" + player, theta[player]);
    }
    for (int i = 0; i < sources.size(); i++) {
      sources.get(i).carry(state, "drawn" + i);
    }
    if (state.flag("measured", estimate.isPresent())) {
      double[] three =
          estimate.map(ShapingResult.Agreement::numbers).orElseGet(() -> new double[3]);
      state.fill("agreement", three);
      estimate = Optional.of(new ShapingResult.Agreement(three[0], three[1], three[2]));
    }
    DoubleBuffer rows = DoubleBuffer.allocate(steps.size() * ShapingResult.Step.NUMBERS);
    steps.forEach(step -> step.put(rows));
    DoubleBuffer in = DoubleBuffer.wrap(state.doubles("steps", rows.array()));
    if (state.takes()) {
      steps.clear();
      while (in.remaining() >= ShapingResult.Step.NUMBERS) {
        steps.add(ShapingResult.Step.get(in));
      }
    }
    if (steps.isEmpty() || steps.size() > spec.updates() + 1) {
      throw new IllegalArgumentException("its updates are those of another run");
    }
  }

  /** What there is so far. */
  ShapingResult.Run run() {
    return new ShapingResult.Run(learner, seed, estimate, environmentSteps(), steps);
  }
}
