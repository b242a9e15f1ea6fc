package gmrl.experiment.bias;

import gmrl.Digits;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.Tables;
import gmrl.mdp.TabularProblem;
import gmrl.meta.Measures;
import gmrl.meta.MetaGradient;
import gmrl.meta.TrialAccumulator;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The exact meta-gradient of one problem on one MDP, with the iterates that lead there. */
final class ExactSolution {
  /** θ^k for k = 0 … K. */
  final double[][] iterates;

  /** ∇_φ J [S·A]. */
  final double[] metaGradient;

  /** What the result shows of it. */
  final BiasResult.Exact summary;

  /** What is said of an estimate before its first trial; made when it is first needed. */
  private @Nullable Measures unmeasured;

  private ExactSolution(double[][] iterates, double[] metaGradient, BiasResult.Exact summary) {
    this.iterates = iterates;
    this.metaGradient = metaGradient;
    this.summary = summary;
  }

  /** Measures of no trials at all. */
  synchronized Measures unmeasured() {
    Measures none = unmeasured;
    if (none == null) {
      none = new TrialAccumulator(metaGradient, iterates.length - 1).measures();
      unmeasured = none;
    }
    return none;
  }

  static <P> ExactSolution solve(TabularSetup setup, TabularProblem<P> problem) {
    Mdp mdp = problem.mdp();
    MetaGradient<P> loop = TabularProblems.exact(setup, problem, TabularProblems.phi(setup, mdp));
    double[] gradient = new double[problem.phiSize()];
    loop.estimate(new SplittableRandom(0), gradient);
    for (double entry : gradient) {
      if (!Double.isFinite(entry)) {
        throw new IllegalArgumentException(
            "the exact meta-gradient overflows at alpha = "
                + Digits.of(setup.alpha())
                + " and K = "
                + setup.steps()
                + ", expected smaller steps or rewards");
      }
    }
    double[][] iterates = new double[setup.steps() + 1][];
    for (int k = 0; k <= setup.steps(); k++) {
      iterates[k] = loop.theta(k);
    }
    return new ExactSolution(
        iterates,
        gradient,
        new BiasResult.Exact(
            problem.objective(loop.point(setup.steps())),
            Table.of("metaGradient", Tables.unflatten(gradient, mdp.states(), mdp.actions())),
            Math.pow(mdp.gamma(), setup.horizon())));
  }
}
