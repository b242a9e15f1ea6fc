package gmrl.ipd;

import java.util.random.RandomGenerator;

/**
 * A repeated game as seen in a batch of rollouts for each agent's value, drawn at every move; all
 * vectors are in agent 1's view.
 *
 * <p>The baseline is the expected immediate reward of a state, which is what the reference
 * program's critic tends to.
 */
final class SampledDerivatives implements PolicyDistance {
  private final RepeatedGame game;
  private final int trajectories;
  private final int rollout;
  private final RandomGenerator random;
  private final JointPoint point;
  private final SampledValue[] values = new SampledValue[2];

  SampledDerivatives(
      RepeatedGame game,
      GameEstimator estimator,
      int rollout,
      int trajectories,
      RandomGenerator random) {
    this.game = game;
    this.trajectories = trajectories;
    this.rollout = rollout;
    this.random = random;
    point = new JointPoint(game);
    for (int agent = 0; agent < 2; agent++) {
      values[agent] = new SampledValue(game, estimator, rollout, agent);
    }
  }

  @Override
  public void moveTo(double[] theta1, double[] theta2) {
    point.moveTo(theta1, theta2);
    for (int agent = 0; agent < 2; agent++) {
      values[agent].fresh(point, immediate(agent), trajectories, random.nextLong());
    }
  }

  private double[] immediate(int agent) {
    double[] rewards = game.outcomeRewards(agent);
    double[] critic = new double[Views.STATES];
    for (int s = 0; s < Views.STATES; s++) {
      double x = point.first(0, s);
      double y = point.first(1, s);
      critic[s] =
          x * (y * rewards[0] + (1 - y) * rewards[1])
              + (1 - x) * (y * rewards[2] + (1 - y) * rewards[3]);
    }
    return critic;
  }

  @Override
  public double value(int player) {
    return values[player].objective();
  }

  @Override
  public void gradient(int value, int player, double[] gradient) {
    values[value].gradient(player, gradient);
  }

  @Override
  public void product(int value, int rows, int columns, double[] vector, double[] product) {
    values[value].product(rows, columns, vector, product);
  }

  @Override
  public long environmentSteps() {
    return 2L * trajectories * rollout;
  }
}
