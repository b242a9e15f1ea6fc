package gmrl.ipd.shaping;

/**
 * Two players, each with its own parameters and its own value to climb, seen through first and
 * second derivatives at one point.
 *
 * <p>Implementations are exact or estimates; an estimate is drawn anew by {@link #moveTo} and stays
 * the same until the next call. Mutable; one per thread.
 */
public interface DifferentiableGame {

  /** Parameters of each player, d. */
  int size();

  /**
   * Moves to a point.
   *
   * @param theta1 first player's parameters [d], not modified
   * @param theta2 second player's parameters [d], not modified
   */
  void moveTo(double[] theta1, double[] theta2);

  /** V_player. */
  double value(int player);

  /**
   * ∂V_value/∂θ_player.
   *
   * @param value 0 or 1, whose value it is
   * @param player 0 or 1, whose parameters move
   * @param gradient [d], overwritten
   */
  void gradient(int value, int player, double[] gradient);

  /**
   * (∂²V_value/∂θ_rows∂θ_columns) v.
   *
   * @param vector v [d], not modified
   * @param product [d], overwritten
   */
  void product(int value, int rows, int columns, double[] vector, double[] product);

  /** Environment steps that one {@link #moveTo} costs; 0 for a closed form. */
  long environmentSteps();
}
