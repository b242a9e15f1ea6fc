package gmrl.experiment.shaping;

import gmrl.experiment.CancellationToken;
import gmrl.ipd.Samples;
import gmrl.ipd.shaping.DifferentiableGame;
import gmrl.ipd.shaping.Learner;
import gmrl.ipd.shaping.ProximalLookahead;
import gmrl.meta.TrialAccumulator;
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
  private final ProximalLookahead proximal;
  private final DifferentiableGame outer;
  private final DifferentiableGame inner;
  private final DifferentiableGame hessian;
  private final double[][] theta = new double[2][];
  private final double[][] direction;
  private final List<ShapingResult.Step> steps = new ArrayList<>();
  private Optional<ShapingResult.Agreement> estimate = Optional.empty();

  Encounter(ShapingSpec spec, Learner learner, long seed) {
    this.spec = spec;
    this.learner = learner;
    this.seed = seed;
    exact = spec.game().exact(spec.discount());
    proximal = new ProximalLookahead(spec.game().exact(spec.discount()), spec.alpha());
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

  private DifferentiableGame view(Samples samples, SplittableRandom random) {
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
    exact.moveTo(theta[0], theta[1]);
    learner.direction(exact, exact, exact, spec.alpha(), spec.lambda(), direction);
    TrialAccumulator sums = new TrialAccumulator(flat(direction), 0);
    for (int i = 0; i < spec.trials(); i++) {
      token.check();
      draw();
      sums.add(flat(direction), NO_INNER_ERRORS);
    }
    estimate = Optional.of(ShapingResult.Agreement.of(sums.measures()));
  }

  private void draw() {
    if (!learner.isLocal()) {
      proximal.direction(theta, direction);
      return;
    }
    exact.moveTo(theta[0], theta[1]);
    outer.moveTo(theta[0], theta[1]);
    if (learner.usesCurvature()) {
      inner.moveTo(theta[0], theta[1]);
      hessian.moveTo(theta[0], theta[1]);
    }
    learner.direction(outer, inner, hessian, spec.alpha(), spec.lambda(), direction);
  }

  /** Both players move at once. */
  void update() {
    draw();
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

  /** What there is so far. */
  ShapingResult.Run run() {
    return new ShapingResult.Run(learner, seed, estimate, environmentSteps(), steps);
  }
}
