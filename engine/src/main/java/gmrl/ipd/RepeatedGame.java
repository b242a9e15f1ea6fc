package gmrl.ipd;

import gmrl.ipd.shaping.DifferentiableGame;
import java.util.random.RandomGenerator;

/**
 * A 2×2 game played for ever with discount γ between policies that remember one step.
 *
 * <p>θ holds five logits, σ(θ[s]) = P(action 0 | s), with s = 0 at the start and 1 + 2·own + other
 * afterwards, as the agent itself sees the last outcome. Values are discounted from the first
 * reward (weight γ⁰) and not multiplied by 1 − γ. Immutable and thread-safe.
 */
public final class RepeatedGame {
  private final double discount;
  private final double[][] rewards;

  /**
   * Fixes payoffs and discount.
   *
   * @throws IllegalArgumentException if the discount is outside [0, 1)
   */
  public RepeatedGame(MatrixGame game, double discount) {
    GameLimits.discount(discount);
    this.discount = discount;
    rewards = new double[][] {game.rewards(0), game.rewards(1)};
  }

  /** γ. */
  public double discount() {
    return discount;
  }

  /**
   * An agent's rewards in the four joint outcomes, 2·first + second action.
   *
   * @param agent 0 or 1
   * @return a copy [4]
   */
  public double[] outcomeRewards(int agent) {
    return rewards[agent].clone();
  }

  /** Its derivatives in closed form, both players' parameters in agent 1's view. */
  public DifferentiableGame derivatives() {
    return new ExactDerivatives(this);
  }

  /**
   * Its derivatives as rollouts show them, in agent 1's view.
   *
   * @param trajectories a batch for each agent's value, 1 or more
   * @param random where batches come from
   * @throws IllegalArgumentException if a number is out of range
   */
  public DifferentiableGame derivatives(
      GameEstimator estimator, int rollout, int trajectories, RandomGenerator random) {
    new Samples.Fresh(trajectories);
    if (rollout < 1) {
      throw new IllegalArgumentException("rollout is " + rollout + ", expected 1 step or more");
    }
    return new SampledDerivatives(this, estimator, rollout, trajectories, random);
  }

  /**
   * The exact value of one agent with its first and second derivatives, in closed form.
   *
   * @param agent 0 or 1, the agent whose value it is
   * @param own that agent's θ [5], its own view
   * @param other the opponent's θ [5], the opponent's own view
   * @throws IllegalArgumentException if a vector has the wrong length or is not finite
   */
  public Exact exact(int agent, double[] own, double[] other) {
    Views.checked("own theta", own);
    Views.checked("other theta", other);
    JointPoint point = point(agent, own, other);
    int opponent = 1 - agent;
    double[] gradientOwn = new double[Views.STATES];
    double[] gradientOther = new double[Views.STATES];
    point.gradient(agent, agent, gradientOwn);
    point.gradient(agent, opponent, gradientOther);
    return new Exact(
        point.value(agent),
        Views.joint(agent, gradientOwn),
        Views.joint(opponent, gradientOther),
        matrix(point, agent, opponent, agent),
        matrix(point, agent, agent, agent));
  }

  /** A fresh workspace at own-view parameters. */
  JointPoint point(int agent, double[] own, double[] other) {
    JointPoint point = new JointPoint(this);
    double[] ownJoint = Views.joint(agent, own);
    double[] otherJoint = Views.joint(1 - agent, other);
    point.moveTo(agent == 0 ? ownJoint : otherJoint, agent == 0 ? otherJoint : ownJoint);
    return point;
  }

  private static double[][] matrix(JointPoint point, int value, int rows, int columns) {
    double[][] matrix = new double[Views.STATES][Views.STATES];
    for (int s = 0; s < Views.STATES; s++) {
      for (int t = 0; t < Views.STATES; t++) {
        int row = rows == 0 ? s : Views.swap(s);
        int column = columns == 0 ? t : Views.swap(t);
        matrix[s][t] = point.second(value, rows, columns, row, column);
      }
    }
    return matrix;
  }

  /**
   * A value and its derivatives; every index is a state as seen by the agent whose θ it belongs to.
   *
   * @param value V, the discounted return of the agent
   * @param gradientOwn ∂V/∂θ_own [5]
   * @param gradientOther ∂V/∂θ_other [5]
   * @param mixed ∂²V/∂θ_other[i]∂θ_own[j] [5][5]
   * @param hessianOwn ∂²V/∂θ_own∂θ_own [5][5]
   */
  @SuppressWarnings("ArrayRecordComponent") // a result, built fresh for its caller
  public record Exact(
      double value,
      double[] gradientOwn,
      double[] gradientOther,
      double[][] mixed,
      double[][] hessianOwn) {}
}
