package gmrl.atari.learn;

import java.util.random.RandomGenerator;

/**
 * Orthogonal starts of weight matrices (Saxe et al. 2014): the rows of a wide matrix, or the
 * columns of a tall one, are orthonormal, and uniformly distributed among all such.
 */
final class Orthogonal {
  private Orthogonal() {}

  /** A matrix [rows][columns], row by row, times {@code gain}. */
  static float[] matrix(int rows, int columns, double gain, RandomGenerator random) {
    int count = Math.min(rows, columns);
    int length = Math.max(rows, columns);
    double[][] basis = new double[count][length];
    for (int i = 0; i < count; i++) {
      double norm;
      do {
        for (int j = 0; j < length; j++) {
          basis[i][j] = random.nextGaussian();
        }
        // Twice is enough (Giraud et al. 2005).
        orthogonalise(basis, i);
        orthogonalise(basis, i);
        norm = Math.sqrt(dot(basis[i], basis[i]));
      } while (norm < 1e-9);
      for (int j = 0; j < length; j++) {
        basis[i][j] /= norm;
      }
    }
    float[] out = new float[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out[r * columns + c] = (float) (gain * (rows <= columns ? basis[r][c] : basis[c][r]));
      }
    }
    return out;
  }

  private static void orthogonalise(double[][] basis, int i) {
    for (int k = 0; k < i; k++) {
      double along = dot(basis[i], basis[k]);
      for (int j = 0; j < basis[i].length; j++) {
        basis[i][j] -= along * basis[k][j];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
