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

  /**
   * ∂D/∂to of how far apart two policies of a player are: half the squared distance, where nothing
   * else is known of them.
   *
   * @param from parameters [d], not modified
   * @param to parameters [d], not modified
   * @param gradient [d], overwritten
   */
  default void divergence(double[] from, double[] to, double[] gradient) {
    for (int s = 0; s < gradient.length; s++) {
      gradient[s] = to[s] - from[s];
    }
  }

  /**
   * (∂²D/∂to²) v, which does not depend on where it is measured from.
   *
   * @param to parameters [d], not modified
   * @param vector v [d], not modified
   * @param product [d], overwritten
   */
  default void divergenceProduct(double[] to, double[] vector, double[] product) {
    System.arraycopy(vector, 0, product, 0, product.length);
  }

  /** Environment steps that one {@link #moveTo} costs; 0 for a closed form. */
  long environmentSteps();
}
