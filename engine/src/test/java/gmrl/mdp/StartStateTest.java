package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Everything begins at the start state, whichever it is. */
class StartStateTest {
  private static final double[][][] TRANSITION = {
    {{0.2, 0.5, 0.3}, {1, 0, 0}}, {{0, 0, 1}, {0.25, 0.25, 0.5}}, {{0.1, 0.1, 0.8}, {0, 1, 0}}
  };
  private static final double[][] REWARD = {{1, 0}, {0.3, 0.6}, {0.2, 0.9}};
  private static final double[] THETA = {0.5, -0.5, 1, 0, -1, 0.2};
  private static final int START = 2;

  private final Mdp mdp = Mdp.of(TRANSITION, REWARD, 0.8, START);
  private final PolicyPoint point = new PolicyPoint(mdp);

  StartStateTest() {
    point.moveTo(THETA);
  }

  @Test
  void theReturnIsItsValueAndTheGradientThatOfTheReturn() {
    ReturnEvaluation exact = new ReturnEvaluation(point);
    exact.reset();
    assertThat(mdp.start()).isEqualTo(START);
    assertThat(exact.objective()).isEqualTo(exact.values()[START]);
    double[] gradient = new double[mdp.cells()];
    exact.gradient(gradient);
    double[] endless = new double[mdp.cells()];
    FiniteHorizonReturn finite = new FiniteHorizonReturn(point, 200);
    double[] reward = new double[mdp.cells()];
    for (int cell = 0; cell < reward.length; cell++) {
      reward[cell] = REWARD[cell / 2][cell % 2];
    }
    finite.reset(reward);
    finite.gradient(endless);
    double step = 1e-5;
    for (int cell = 0; cell < gradient.length; cell++) {
      double slope = (moved(cell, step) - moved(cell, -step)) / (2 * step);
      assertThat(gradient[cell]).isCloseTo(slope, within(1e-8));
      assertThat(endless[cell]).isCloseTo(gradient[cell], within(1e-12));
    }
  }

  private double moved(int cell, double by) {
    double[] theta = THETA.clone();
    theta[cell] += by;
    PolicyPoint other = new PolicyPoint(mdp);
    other.moveTo(theta);
    ReturnEvaluation exact = new ReturnEvaluation(other);
    exact.reset();
    return exact.objective();
  }

  @Test
  void everyTrajectoryBeginsThere() {
    // Four at a time and those that are left over.
    TrajectoryBatch batch = new TrajectoryBatch(mdp, 11, 5);
    batch.sample(point, 3);
    for (int n = 0; n < 11; n++) {
      assertThat(batch.cells()[n] / mdp.actions()).isEqualTo(START);
    }
  }
}
