package gmrl.ipd;

import gmrl.ipd.shaping.DifferentiableGame;

/** A repeated game in closed form; all vectors are in agent 1's view. */
final class ExactDerivatives implements DifferentiableGame {
  private final JointPoint point;

  ExactDerivatives(RepeatedGame game) {
    point = new JointPoint(game);
  }

  @Override
  public int size() {
    return Views.STATES;
  }

  @Override
  public void moveTo(double[] theta1, double[] theta2) {
    point.moveTo(theta1, theta2);
  }

  @Override
  public double value(int player) {
    return point.value(player);
  }

  @Override
  public void gradient(int value, int player, double[] gradient) {
    point.gradient(value, player, gradient);
  }

  @Override
  public void product(int value, int rows, int columns, double[] vector, double[] product) {
    point.product(value, rows, columns, vector, product);
  }

  /** Of the sum over the five states of KL(from ‖ to). */
  @Override
  public void divergence(double[] from, double[] to, double[] gradient) {
    for (int s = 0; s < gradient.length; s++) {
      gradient[s] = Logistic.of(to[s]) - Logistic.of(from[s]);
    }
  }

  @Override
  public void divergenceProduct(double[] to, double[] vector, double[] product) {
    for (int s = 0; s < product.length; s++) {
      double p = Logistic.of(to[s]);
      product[s] = p * (1 - p) * vector[s];
    }
  }

  @Override
  public long environmentSteps() {
    return 0;
  }
}
