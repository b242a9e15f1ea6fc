package gmrl.ipd.shaping;

import java.util.Arrays;

/**
 * One parameter each, V_i = −(x + y)² + 2θ_i or V_1 = xy = −V_2: the smallest games that tell
 * learners apart.
 */
public final class QuadraticGame implements DifferentiableGame {
  /** ∂²V_i by [player][xx, xy, yy]. */
  private final double[][] second;

  /** ∂V_i at the origin by [player][x, y]. */
  private final double[][] first;

  private double x;
  private double y;

  private QuadraticGame(double[][] first, double[][] second) {
    this.first = first;
    this.second = second;
  }

  /**
   * The tandem game (Letcher et al. 2019): both pedal, neither wants to. All fixed points, x + y =
   * 1, are stable and alike; LOLA settles at x + y = (1 − 2α)/(1 − 4α), where both lose.
   */
  public static QuadraticGame tandem() {
    return new QuadraticGame(
        new double[][] {{2, 0}, {0, 2}}, new double[][] {{-2, -2, -2}, {-2, -2, -2}});
  }

  /** V_1 = xy = −V_2: naive learners circle the origin outwards. */
  public static QuadraticGame rotation() {
    return new QuadraticGame(new double[2][2], new double[][] {{0, 1, 0}, {0, -1, 0}});
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void moveTo(double[] theta1, double[] theta2) {
    x = theta1[0];
    y = theta2[0];
  }

  @Override
  public double value(int player) {
    double[] h = second[player];
    return first[player][0] * x
        + first[player][1] * y
        + (h[0] * x * x + 2 * h[1] * x * y + h[2] * y * y) / 2;
  }

  @Override
  public void gradient(int value, int player, double[] gradient) {
    double[] h = second[value];
    gradient[0] = first[value][player] + (player == 0 ? h[0] * x + h[1] * y : h[1] * x + h[2] * y);
  }

  @Override
  public void product(int value, int rows, int columns, double[] vector, double[] product) {
    product[0] = second[value][rows + columns] * vector[0];
  }

  @Override
  public long environmentSteps() {
    return 0;
  }

  @Override
  public String toString() {
    return "quadratic game " + Arrays.deepToString(second);
  }
}
