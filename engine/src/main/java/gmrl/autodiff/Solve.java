package gmrl.autodiff;

import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The solution X of op(A) X = B, by elimination with row pivoting in double precision. */
record Solve(boolean transpose) implements Kernel {

  @Override
  public String label() {
    return "solve";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] a = inputs[0].dims();
    int[] b = inputs[1].dims();
    if (a.length != 2
        || b.length != 2
        || a[0] != a[1]
        || a[0] != b[0]
        || inputs[0].type() != inputs[1].type()) {
      throw new IllegalArgumentException(
          "solve needs a square matrix and right-hand sides with as many rows, of one type, not "
              + Arrays.toString(a)
              + " and "
              + Arrays.toString(b));
    }
    return b;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    return () -> solve(inputs[0], inputs[1], out);
  }

  private void solve(Variable a, Variable b, Store out) {
    int n = a.dims()[0];
    int columns = b.dims()[1];
    double[][] rows = new double[n][n + columns];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = a.store().get(transpose ? j * n + i : i * n + j);
      }
      for (int j = 0; j < columns; j++) {
        rows[i][n + j] = b.store().get(i * columns + j);
      }
    }
    eliminate(rows, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < columns; j++) {
        out.set(i * columns + j, rows[i][n + j]);
      }
    }
  }

  /** Gauss-Jordan elimination; {@code rows} is modified. */
  private static void eliminate(double[][] rows, int n) {
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) {
          pivot = i;
        }
      }
      if (rows[pivot][k] == 0) {
        throw new IllegalArgumentException(
            "solve needs an invertible matrix, but column " + k + " depends on those before it");
      }
      double[] top = rows[pivot];
      rows[pivot] = rows[k];
      rows[k] = top;
      double scale = 1 / top[k];
      for (int j = k; j < top.length; j++) {
        top[j] *= scale;
      }
      for (int i = 0; i < n; i++) {
        double factor = rows[i][k];
        if (i != k && factor != 0) {
          for (int j = k; j < top.length; j++) {
            rows[i][j] -= factor * top[j];
          }
        }
      }
    }
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    Variable right = Variable.apply(new Solve(!transpose), call.input(0), g);
    Variable x = call.output();
    @Nullable Variable[] out = new Variable[2];
    if (call.needs(0)) {
      out[0] =
          (transpose ? Ops.matmul(x, right, false, true) : Ops.matmul(right, x, false, true))
              .negate();
    }
    out[1] = right;
    return out;
  }
}
