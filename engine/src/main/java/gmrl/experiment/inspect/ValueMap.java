package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import java.util.Locale;

/**
 * The return over the plane of policies, on a grid.
 *
 * @param low lower limit of x and y
 * @param high upper limit of x and y
 * @param values J [row of y][column of x], from low to high
 */
@SuppressWarnings("ArrayRecordComponent") // cloned at the door; compared by nobody
public record ValueMap(double low, double high, double[][] values) {

  /** Copies the grid. */
  public ValueMap {
    values = java.util.Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] values() {
    return java.util.Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Evaluates a grid.
   *
   * @param setup on an MDP of two states and two actions
   * @param low lower limit of x and y
   * @param high upper limit, above {@code low}
   * @param points on each side, 2 or more
   */
  public record Survey(TabularSetup setup, double low, double high, int points)
      implements Experiment<ValueMap> {

    /** Checks the limits. */
    public Survey {
      if (!(low < high) || points < 2) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the grid has %d points from %s to %s, expected 2 or more from low to high",
                points,
                low,
                high));
      }
    }

    @Override
    public long total() {
      return points;
    }

    @Override
    public ValueMap run(Workers workers, CancellationToken token, Snapshots<ValueMap> snapshots) {
      return survey(PolicyPlane.problem(setup, 0), token);
    }

    private <P> ValueMap survey(TabularProblem<P> problem, CancellationToken token) {
      P point = problem.newPoint();
      double[][] values = new double[points][points];
      for (int row = 0; row < points; row++) {
        token.check();
        for (int column = 0; column < points; column++) {
          values[row][column] = PolicyPlane.value(problem, point, at(column), at(row));
        }
      }
      return new ValueMap(low, high, values);
    }

    private double at(int index) {
      return low + (high - low) * index / (points - 1);
    }
  }
}
