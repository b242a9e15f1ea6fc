package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * The average of a curved function is not the function of the average: one inner step in the first
 * coordinate of the plane of policies, the second one held where it starts.
 *
 * @param curve (x, J) along the coordinate
 * @param start (x, J) at θ^0
 * @param exact (x, J) after the exact step
 * @param landed (x̂, J) after each sampled step, on the curve
 */
public record StepSlice(
    List<PathCloud.Place> curve,
    PathCloud.Place start,
    PathCloud.Place exact,
    List<PathCloud.Place> landed) {

  /** Freezes the lists. */
  public StepSlice {
    curve = List.copyOf(curve);
    landed = List.copyOf(landed);
  }

  /** Mean of x̂ and mean of J over the sampled steps; NaN without any. */
  public PathCloud.Place mean() {
    return new PathCloud.Place(
        landed.stream().mapToDouble(PathCloud.Place::x).average().orElse(Double.NaN),
        landed.stream().mapToDouble(PathCloud.Place::y).average().orElse(Double.NaN));
  }

  /** Mean of J minus J after the exact step: what noise costs on average; NaN without any. */
  public double gap() {
    return mean().y() - exact.y();
  }

  /**
   * Cuts.
   *
   * @param setup of the step, on an MDP of two states and two actions
   * @param seed of everything random
   * @param trials sampled steps
   * @param low lower limit of x on the curve
   * @param high upper limit of x on the curve
   * @param points of the curve, 2 or more
   */
  public record Cut(TabularSetup setup, long seed, int trials, double low, double high, int points)
      implements Experiment<StepSlice> {

    @Override
    public StepSlice run(Workers workers, CancellationToken token, Snapshots<StepSlice> snapshots) {
      PlaneWalk walk =
          new PlaneWalk.Walk(setup.withSteps(1), seed, trials).run(workers, token, (n, w) -> {});
      return cut(PolicyPlane.problem(setup, seed), walk);
    }

    private <P> StepSlice cut(TabularProblem<P> problem, PlaneWalk walk) {
      P point = problem.newPoint();
      double y = walk.exact().get(0).y();
      List<PathCloud.Place> curve = new ArrayList<>();
      for (int i = 0; i < points; i++) {
        curve.add(on(problem, point, low + (high - low) * i / (points - 1), y));
      }
      return new StepSlice(
          curve,
          on(problem, point, walk.exact().get(0).x(), y),
          on(problem, point, walk.end().x(), y),
          walk.sampled().stream().map(path -> on(problem, point, path.get(1).x(), y)).toList());
    }

    private static <P> PathCloud.Place on(TabularProblem<P> problem, P point, double x, double y) {
      return new PathCloud.Place(x, PolicyPlane.value(problem, point, x, y));
    }
  }
}
