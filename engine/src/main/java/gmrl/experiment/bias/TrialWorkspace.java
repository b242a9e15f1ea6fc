package gmrl.experiment.bias;

import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MeanSlots;
import gmrl.meta.MetaEstimator;
import gmrl.meta.MetaGradient;
import gmrl.meta.PathControl;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** What one thread needs to run trials of a cell and to follow their paths. */
final class TrialWorkspace<P> {
  private final MetaEstimator estimator;

  /** The estimator, where its path is followed. */
  private final @Nullable MetaGradient<P> loop;

  private final MeanSlots<P> means;
  private final double[] scratch;

  TrialWorkspace(TabularSetup setup, TabularProblem<P> problem, RoutePlan plan) {
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    loop = plan.followsPath() ? TabularProblems.unrolled(setup, problem, phi) : null;
    estimator = loop == null ? TabularProblems.estimate(setup, problem, phi) : loop;
    means = TabularProblems.means(setup, problem);
    scratch = new double[problem.thetaSize()];
  }

  /** Runs a trial. */
  void estimate(SplittableGenerator random, double[] gradient) {
    estimator.estimate(random, gradient);
  }

  /** ‖θ̂^k − θ^k‖² of the last trial. */
  double squaredDistance(int step, double[] other) {
    return estimator.squaredDistance(step, other);
  }

  /** The mean along the last trial's path, overwritten. */
  void mean(double[] mean) {
    path().meanAlongPath(means, mean);
  }

  /** The correction of the last trial, overwritten. */
  void correction(PathControl control, double[] correction) {
    control.correction(path(), means, scratch, correction);
  }

  private MetaGradient<P> path() {
    if (loop == null) {
      throw new IllegalStateException("this cell's trials have no path to follow");
    }
    return loop;
  }
}
