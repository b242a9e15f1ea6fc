package gmrl.autodiff;

import gmrl.autodiff.kernel.Blas;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Product of two matrices, each of which may be read transposed. */
record MatMul(boolean transposeA, boolean transposeB) implements Kernel {

  @Override
  public String label() {
    return "matmul";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] a = inputs[0].dims();
    int[] b = inputs[1].dims();
    if (a.length != 2 || b.length != 2 || inputs[0].type() != inputs[1].type()) {
      throw new IllegalArgumentException(
          "a matrix product needs two matrices of one type, not " + describe(inputs));
    }
    if ((transposeB ? b[1] : b[0]) != (transposeA ? a[0] : a[1])) {
      throw new IllegalArgumentException(
          "the inner dimensions of a matrix product must agree, but got " + describe(inputs));
    }
    return new int[] {transposeA ? a[1] : a[0], transposeB ? b[0] : b[1]};
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] a = inputs[0].dims();
    int[] b = inputs[1].dims();
    int m = transposeA ? a[1] : a[0];
    int k = transposeA ? a[0] : a[1];
    int n = transposeB ? b[0] : b[1];
    Store x = inputs[0].store();
    Store y = inputs[1].store();
    return () -> Blas.gemm(transposeA, transposeB, m, n, k, x, y, out);
  }

  private String describe(Variable[] inputs) {
    return Arrays.toString(inputs[0].dims())
        + (transposeA ? "ᵀ" : "")
        + " "
        + inputs[0].type()
        + " and "
        + Arrays.toString(inputs[1].dims())
        + (transposeB ? "ᵀ" : "")
        + " "
        + inputs[1].type();
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    Variable a = call.input(0);
    Variable b = call.input(1);
    @Nullable Variable[] out = new Variable[2];
    if (call.needs(0)) {
      out[0] =
          transposeA ? Ops.matmul(b, g, transposeB, true) : Ops.matmul(g, b, false, !transposeB);
    }
    if (call.needs(1)) {
      out[1] =
          transposeB ? Ops.matmul(g, a, true, transposeA) : Ops.matmul(a, g, !transposeA, false);
    }
    return out;
  }
}
