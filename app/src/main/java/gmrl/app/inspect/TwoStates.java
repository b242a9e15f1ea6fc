package gmrl.app.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PlaneCurvature;
import gmrl.experiment.inspect.PlaneWalk;
import gmrl.experiment.inspect.PolicyPlane;
import gmrl.experiment.inspect.StepSlice;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.List;

/**
 * What a lesson asks of the two-state MDP: x is how much state 0 prefers the good action, y how
 * much state 1 does.
 *
 * @param alpha α, 0 or more
 * @param steps K, 0 to 10
 * @param x where one inner step starts
 * @param y held fixed
 * @param samples |τ| of a sampled step
 * @param trials sampled steps that are drawn
 * @param from left end of the plots
 * @param to right end of the plots
 * @param seed of everything random
 */
record TwoStates(
    double alpha,
    int steps,
    double x,
    double y,
    int samples,
    int trials,
    double from,
    double to,
    long seed) {
  static final TwoStates USUAL = new TwoStates(2, 1, -1, 0, 4, 60, -6, 6, 42);

  private static final int MOST_STEPS = 10;
  private static final int MOST_TRIALS = 2000;

  /** Checks the ranges. */
  TwoStates {
    if (steps < 0 || steps > MOST_STEPS) {
      throw new IllegalArgumentException("steps is " + steps + ", expected 0 to " + MOST_STEPS);
    }
    if (trials < 2 || trials > MOST_TRIALS) {
      throw new IllegalArgumentException("trials is " + trials + ", expected 2 to " + MOST_TRIALS);
    }
    if (!(from < to)) {
      throw new IllegalArgumentException("from is " + from + ", expected less than to, " + to);
    }
    setup(alpha, steps, 0, y);
    new SlotSpec.Sampled(Estimator.LVC, samples);
  }

  private static TabularSetup setup(double alpha, int steps, double x, double y) {
    return PolicyPlane.at(new PathCloud.Place(x, y), PolicyPlane.twoStates(alpha, steps));
  }

  /** J after the given number of inner steps from a place. */
  double adapted(double at, int inner, Workers workers, CancellationToken token) {
    return walk(setup(alpha, inner, at, y), workers, token).endValue();
  }

  /** Slope of J after K steps, by where they start: the meta-gradient. */
  double slope(double at, Workers workers, CancellationToken token) {
    return walk(setup(alpha, steps, at, y), workers, token).metaGradient().x() / 2;
  }

  /** The same with the Hessian left out: the gradient at the adapted policy. */
  double firstOrder(double at, Workers workers, CancellationToken token) {
    PathCloud.Place end = walk(setup(alpha, steps, at, y), workers, token).end();
    return walk(setup(alpha, 0, end.x(), end.y()), workers, token).metaGradient().x() / 2;
  }

  private PlaneWalk walk(TabularSetup setup, Workers workers, CancellationToken token) {
    return new PlaneWalk.Walk(setup, seed, 0).run(workers, token, (done, walk) -> {});
  }

  /** Second derivative of J along x, and what estimators have in its place on average. */
  PlaneCurvature curvature(
      double at, List<Estimator> estimators, Workers workers, CancellationToken token) {
    return new PlaneCurvature.Look(setup(alpha, steps, at, y), estimators)
        .run(workers, token, (done, look) -> {});
  }

  /** One inner step, many times. */
  StepSlice step(int points, Workers workers, CancellationToken token) {
    TabularSetup one =
        setup(alpha, 1, x, y)
            .withSlots(
                new SlotSpec.Sampled(Estimator.LVC, samples), SlotSpec.exact(), SlotSpec.exact());
    return new StepSlice.Cut(one, seed, trials, from, to, points)
        .run(workers, token, (done, slice) -> {});
  }

  TwoStates with(String knob, double value) {
    return switch (knob) {
      case "alpha" -> new TwoStates(value, steps, x, y, samples, trials, from, to, seed);
      case "steps" -> new TwoStates(alpha, (int) value, x, y, samples, trials, from, to, seed);
      case "x" -> new TwoStates(alpha, steps, value, y, samples, trials, from, to, seed);
      case "y" -> new TwoStates(alpha, steps, x, value, samples, trials, from, to, seed);
      default -> new TwoStates(alpha, steps, x, y, (int) value, trials, from, to, seed);
    };
  }

  double value(String knob) {
    return switch (knob) {
      case "alpha" -> alpha;
      case "steps" -> steps;
      case "x" -> x;
      case "y" -> y;
      default -> samples;
    };
  }

  TwoStates withSeed(long other) {
    return new TwoStates(alpha, steps, x, y, samples, trials, from, to, other);
  }
}
