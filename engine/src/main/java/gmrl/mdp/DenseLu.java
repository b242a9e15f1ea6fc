package gmrl.mdp;

/**
 * LU factorisation without pivoting, for row diagonally dominant matrices such as I − γP_π.
 *
 * <p>Dominance by 1−γ keeps every pivot away from zero and the growth factor at most 2, so pivoting
 * would change nothing but the speed.
 */
final class DenseLu {
  private final int size;
  private final double[] lu;
  private final double[] inversePivot;

  DenseLu(int size) {
    this.size = size;
    lu = new double[size * size];
    inversePivot = new double[size];
  }

  /** The matrix to fill, row-major [size·size], before {@link #factorise}. */
  double[] matrix() {
    return lu;
  }

  /** Replaces the matrix by its factors, two pivots at a time: a row is loaded half as often. */
  void factorise() {
    double[] m = lu;
    int n = size;
    for (int k = 0; k + 1 < n; k += 2) {
      int row0 = k * n;
      int row1 = row0 + n;
      double inverse0 = 1 / m[row0 + k];
      inversePivot[k] = inverse0;
      double factor = m[row1 + k] * inverse0;
      m[row1 + k] = factor;
      if (factor != 0) {
        for (int j = k + 1; j < n; j++) {
          m[row1 + j] -= factor * m[row0 + j];
        }
      }
      double inverse1 = 1 / m[row1 + k + 1];
      inversePivot[k + 1] = inverse1;
      double across = m[row0 + k + 1];
      for (int i = k + 2; i < n; i++) {
        int row = i * n;
        double factor0 = m[row + k];
        if (factor0 == 0 && m[row + k + 1] == 0) {
          continue;
        }
        factor0 *= inverse0;
        double factor1 = (m[row + k + 1] - factor0 * across) * inverse1;
        m[row + k] = factor0;
        m[row + k + 1] = factor1;
        for (int j = k + 2; j < n; j++) {
          m[row + j] = m[row + j] - factor0 * m[row0 + j] - factor1 * m[row1 + j];
        }
      }
    }
    if ((n & 1) == 1) {
      inversePivot[n - 1] = 1 / m[n * n - 1];
    }
  }

  /** Solves M x = b in place. */
  void solve(double[] b) {
    int n = size;
    for (int i = 1; i < n; i++) {
      double sum = b[i];
      int row = i * n;
      for (int j = 0; j < i; j++) {
        sum -= lu[row + j] * b[j];
      }
      b[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      int row = i * n;
      for (int j = i + 1; j < n; j++) {
        sum -= lu[row + j] * b[j];
      }
      b[i] = sum * inversePivot[i];
    }
  }

  /** Solves Mᵀ x = b in place. */
  void solveTransposed(double[] b) {
    int n = size;
    for (int i = 0; i < n; i++) {
      double x = b[i] * inversePivot[i];
      b[i] = x;
      int row = i * n;
      for (int j = i + 1; j < n; j++) {
        b[j] -= lu[row + j] * x;
      }
    }
    for (int i = n - 1; i > 0; i--) {
      double x = b[i];
      int row = i * n;
      for (int j = 0; j < i; j++) {
        b[j] -= lu[row + j] * x;
      }
    }
  }
}
