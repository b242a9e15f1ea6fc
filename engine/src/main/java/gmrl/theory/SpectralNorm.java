package gmrl.theory;

import java.util.random.RandomGenerator;

/** Spectral norm of a symmetric operator by power iteration. */
final class SpectralNorm {
  private static final int LARGEST_ITERATION = 60;
  private static final double TOLERANCE = 1e-3;

  /** A linear map that writes its product into the second argument. */
  @FunctionalInterface
  interface Operator {
    void apply(double[] vector, double[] product);
  }

  private SpectralNorm() {}

  /**
   * The largest absolute eigenvalue, approached from below until it moves by less than 0.1 %.
   *
   * @param random start vector
   */
  static double of(int size, Operator operator, RandomGenerator random) {
    double[] vector = new double[size];
    double[] product = new double[size];
    for (int i = 0; i < size; i++) {
      vector[i] = random.nextGaussian();
    }
    double norm = 0;
    scale(vector, 1 / length(vector));
    for (int iteration = 0; iteration < LARGEST_ITERATION; iteration++) {
      operator.apply(vector, product);
      double next = length(product);
      if (next == 0) {
        return norm;
      }
      boolean settled = Math.abs(next - norm) < TOLERANCE * next;
      norm = Math.max(norm, next);
      if (settled) {
        break;
      }
      System.arraycopy(product, 0, vector, 0, size);
      scale(vector, 1 / next);
    }
    return norm;
  }

  static double length(double[] vector) {
    double sum = 0;
    for (double x : vector) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }

  private static void scale(double[] vector, double by) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= by;
    }
  }
}
