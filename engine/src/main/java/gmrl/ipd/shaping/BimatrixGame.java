package gmrl.ipd.shaping;

import java.util.Arrays;
import java.util.Locale;

/**
 * An n×n game that is played once with mixed strategies: V_i = pᵀ A_i q with p and q the softmax of
 * each player's n logits.
 *
 * <p>For any u, with V = Σ p u: ∂V/∂θ = p⊙(u − V), and along v, with w = p⊙(v − p·v): (∂²V/∂θ²) v =
 * w⊙(u − V) − p (w·u).
 */
public final class BimatrixGame implements DifferentiableGame {
  /** Payoffs by [player][first player's action][second player's action]. */
  private final double[][][] payoff;

  private final int size;

  /** p and q. */
  private final double[][] policy;

  /**
   * A game at no point yet.
   *
   * @param payoff1 first player's [n][n] by the first player's and the second player's action
   * @param payoff2 second player's, by the same actions in the same order
   * @throws IllegalArgumentException naming the entry, if they are not square, of one size of 2 or
   *     more, and finite
   */
  public BimatrixGame(double[][] payoff1, double[][] payoff2) {
    size = payoff1.length;
    payoff = new double[][][] {checked("payoff1", payoff1), checked("payoff2", payoff2)};
    policy = new double[2][size];
  }

  private BimatrixGame(double[][][] payoff) {
    this.size = payoff[0].length;
    this.payoff = payoff;
    this.policy = new double[2][size];
  }

  /**
   * A game over payoffs that the constructor has accepted before and that nobody changes; they are
   * not copied, so that many learners of a large game fit into memory.
   *
   * @param payoff1 first player's, not modified
   * @param payoff2 second player's, not modified
   */
  public static BimatrixGame sharing(double[][] payoff1, double[][] payoff2) {
    return new BimatrixGame(new double[][][] {payoff1, payoff2});
  }

  private double[][] checked(String name, double[][] matrix) {
    if (matrix.length != size || size < 2) {
      throw new IllegalArgumentException(
          name + " has " + matrix.length + " rows, expected as many as payoff1, 2 or more");
    }
    double[][] copy = new double[size][];
    for (int a = 0; a < size; a++) {
      if (matrix[a].length != size) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s[%d] has %d entries, expected %d",
                name,
                a,
                matrix[a].length,
                size));
      }
      for (int b = 0; b < size; b++) {
        if (!Double.isFinite(matrix[a][b])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s[%d][%d] is %s, expected a finite number",
                  name,
                  a,
                  b,
                  matrix[a][b]));
        }
      }
      copy[a] = matrix[a].clone();
    }
    return copy;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void moveTo(double[] theta1, double[] theta2) {
    softmax(theta1, policy[0]);
    softmax(theta2, policy[1]);
  }

  /**
   * The mixed strategy of some logits.
   *
   * @param theta [n], not modified
   * @param policy [n], overwritten
   */
  public static void softmax(double[] theta, double[] policy) {
    double most = Arrays.stream(theta).max().orElse(0);
    double sum = 0;
    for (int a = 0; a < theta.length; a++) {
      policy[a] = Math.exp(theta[a] - most);
      sum += policy[a];
    }
    for (int a = 0; a < theta.length; a++) {
      policy[a] /= sum;
    }
  }

  /** What each action of a player is worth against a vector of weights of the other's. */
  private double[] worth(int value, int player, double[] against) {
    double[] worth = new double[size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        worth[player == 0 ? a : b] += payoff[value][a][b] * against[player == 0 ? b : a];
      }
    }
    return worth;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** w = p⊙(v − p·v). */
  private static double[] moved(double[] p, double[] v) {
    double mean = dot(p, v);
    double[] w = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      w[i] = p[i] * (v[i] - mean);
    }
    return w;
  }

  @Override
  public double value(int player) {
    return dot(policy[0], worth(player, 0, policy[1]));
  }

  @Override
  public void gradient(int value, int player, double[] gradient) {
    double[] slope = moved(policy[player], worth(value, player, policy[1 - player]));
    System.arraycopy(slope, 0, gradient, 0, size);
  }

  @Override
  public void product(int value, int rows, int columns, double[] vector, double[] product) {
    double[] p = policy[rows];
    double[] w = moved(policy[columns], vector);
    if (rows != columns) {
      System.arraycopy(moved(p, worth(value, rows, w)), 0, product, 0, size);
      return;
    }
    double[] u = worth(value, rows, policy[1 - rows]);
    double mean = dot(p, u);
    double along = dot(w, u);
    for (int i = 0; i < size; i++) {
      product[i] = w[i] * (u[i] - mean) - p[i] * along;
    }
  }

  /** Of the Kullback–Leibler divergence KL(from ‖ to). */
  @Override
  public void divergence(double[] from, double[] to, double[] gradient) {
    double[] before = new double[size];
    softmax(from, before);
    softmax(to, gradient);
    for (int a = 0; a < size; a++) {
      gradient[a] -= before[a];
    }
  }

  @Override
  public void divergenceProduct(double[] to, double[] vector, double[] product) {
    double[] p = new double[size];
    softmax(to, p);
    System.arraycopy(moved(p, vector), 0, product, 0, size);
  }

  @Override
  public long environmentSteps() {
    return 0;
  }
}
