package gmrl.ipd;

/** A repeated game in closed form; all vectors are in agent 1's view. */
final class ExactDerivatives implements PolicyDistance {
  private final JointPoint point;

  ExactDerivatives(RepeatedGame game) {
    point = new JointPoint(game);
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

  @Override
  public long environmentSteps() {
    return 0;
  }
}
