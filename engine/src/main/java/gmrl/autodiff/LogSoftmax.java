package gmrl.autodiff;

import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/** x − log Σ eˣ over the last axis. */
record LogSoftmax() implements Kernel {

  @Override
  public String label() {
    return "log softmax";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    return checked(inputs[0]);
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    return rows(inputs[0], out, true);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    return new Variable[] {g.minus(call.output().exp().times(Ops.sumLast(g)))};
  }

  static int[] checked(Variable x) {
    if (x.rank() == 0) {
      throw new IllegalArgumentException("a softmax needs at least one axis");
    }
    return x.dims();
  }

  static Runnable rows(Variable x, Store out, boolean log) {
    Store from = x.store();
    double[] e = new double[x.dims()[x.rank() - 1]];
    return () -> rows(from, out, e, log);
  }

  /** Row after row; {@code e}, of one row's length, is modified. */
  private static void rows(Store from, Store out, double[] e, boolean log) {
    int width = e.length;
    for (int at = 0; at < from.length; at += width) {
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < width; j++) {
        most = Math.max(most, from.get(at + j));
      }
      double sum = 0;
      for (int j = 0; j < width; j++) {
        e[j] = Math.exp(from.get(at + j) - most);
        sum += e[j];
      }
      double shift = most + Math.log(sum);
      for (int j = 0; j < width; j++) {
        out.set(at + j, log ? from.get(at + j) - shift : e[j] / sum);
      }
    }
  }
}
