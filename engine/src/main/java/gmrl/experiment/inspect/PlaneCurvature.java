package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import gmrl.mdp.TabularProblem;
import gmrl.meta.CurvatureSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The curvature of J at one policy in the plane of policies, and what estimators have in its place
 * on average, without any noise.
 *
 * @param exact second derivatives of J by x and y [2][2]
 * @param limits in the order in which the estimators were asked for
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PlaneCurvature(double[][] exact, List<Limit> limits) {

  /**
   * What one estimator converges to.
   *
   * @param matrix [2][2]
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Limit(Estimator estimator, double[][] matrix) {}

  /** Freezes the list. */
  public PlaneCurvature {
    limits = List.copyOf(limits);
  }

  /**
   * Looks.
   *
   * @param setup its θ^0 is the policy
   * @param estimators whose means are wanted
   */
  public record Look(TabularSetup setup, List<Estimator> estimators)
      implements Experiment<PlaneCurvature> {
    /** How the logits move with x and with y. */
    private static final double[][] ALONG = {{-0.5, 0.5, 0, 0}, {0, 0, 0.5, -0.5}};

    @Override
    public PlaneCurvature run(
        Workers workers, CancellationToken token, Snapshots<PlaneCurvature> snapshots) {
      return look(PolicyPlane.problem(setup, 0));
    }

    private <P> PlaneCurvature look(TabularProblem<P> problem) {
      double[] phi = TabularProblems.phi(setup, problem.mdp());
      P point = problem.newPoint();
      problem.moveTo(point, phi, phi);
      List<Limit> limits = new ArrayList<>();
      for (Estimator estimator : estimators) {
        limits.add(new Limit(estimator, matrix(problem.curvatureLimit(estimator), point)));
      }
      return new PlaneCurvature(matrix(problem.exactCurvature(), point), limits);
    }

    private static <P> double[][] matrix(CurvatureSlot<P> slot, P point) {
      slot.draw(point, 0, new SplittableRandom(0));
      double[][] matrix = new double[2][2];
      double[] product = new double[ALONG[0].length];
      for (int column = 0; column < 2; column++) {
        slot.hessianVector(ALONG[column], product);
        for (int row = 0; row < 2; row++) {
          double[] along = ALONG[row];
          double[] moved = product.clone();
          Arrays.setAll(moved, i -> along[i] * moved[i]);
          matrix[row][column] = Arrays.stream(moved).sum();
        }
      }
      return matrix;
    }
  }
}
