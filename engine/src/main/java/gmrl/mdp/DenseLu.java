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

  /** Replaces the matrix by its factors. */
  void factorise() {
    double[] m = lu;
    int n = size;
    for (int k = 0; k < n; k++) {
      int rowK = k * n;
      double inverse = 1 / m[rowK + k];
      inversePivot[k] = inverse;
      for (int i = k + 1; i < n; i++) {
        int rowI = i * n;
        double factor = m[rowI + k];
        if (factor != 0) {
          factor *= inverse;
          m[rowI + k] = factor;
          for (int j = k + 1; j < n; j++) {
            m[rowI + j] -= factor * m[rowK + j];
          }
        }
      }
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
