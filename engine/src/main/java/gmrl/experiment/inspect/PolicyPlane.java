package gmrl.experiment.inspect;

import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import java.util.Locale;
import java.util.Optional;

/**
 * The plane of all policies of an MDP with two states and two actions: of the four logits only one
 * difference in each state matters.
 *
 * <p>x is what state 0 prefers action 1 by, y what state 1 prefers action 0 by; in the two-state
 * teaching MDP both are the good choice.
 */
public final class PolicyPlane {
  private static final int CELLS = 4;

  private PolicyPlane() {}

  /** The teaching MDP that is seen whole in this plane, with everything exact. */
  public static TabularSetup twoStates(double alpha, int steps) {
    return TabularSetup.paper()
        .withoutSampling()
        .withMdps(new MdpSource.Teaching("two-state"))
        .withGamma(gmrl.experiment.tabular.TeachingMdp.find("two-state").gamma())
        .withAlpha(alpha)
        .withSteps(steps);
  }

  /** Where logits over cells [4] lie. */
  public static PathCloud.Place place(double[] theta) {
    return new PathCloud.Place(theta[1] - theta[0], theta[2] - theta[3]);
  }

  /** The logits of a place that sum to zero in each state. */
  public static Table theta(PathCloud.Place place) {
    double x = place.x() / 2;
    double y = place.y() / 2;
    return Table.of("theta", new double[][] {{-x, x}, {y, -y}});
  }

  /** A setup whose inner loop starts at a place. */
  public static TabularSetup at(PathCloud.Place start, TabularSetup setup) {
    return setup.withTheta(Optional.of(theta(start)));
  }

  /** The first MDP of a setup, which must fit the plane. */
  static TabularProblem<?> problem(TabularSetup setup, long seed) {
    Mdp mdp = TabularProblems.mdp(setup, 0, seed);
    if (mdp.states() != 2 || mdp.actions() != 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the plane of policies is asked for on %d states × %d actions, expected 2 × 2",
              mdp.states(),
              mdp.actions()));
    }
    return TabularProblems.problem(setup, mdp);
  }

  /** J at a place. */
  static <P> double value(TabularProblem<P> problem, P point, double x, double y) {
    problem.moveTo(point, new double[CELLS], theta(new PathCloud.Place(x, y)).flat());
    return problem.objective(point);
  }
}
