package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/** x − log Σ eˣ over the last axis. */
record LogSoftmax() implements Primitive {

  @Override
  public String label() {
    return "log softmax";
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    return rows(inputs[0], true);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    return new Variable[] {g.minus(call.output().exp().times(Ops.sumLast(g)))};
  }

  static Value rows(Variable x, boolean log) {
    int[] shape = x.dims();
    if (shape.length == 0) {
      throw new IllegalArgumentException("a softmax needs at least one axis");
    }
    int width = shape[shape.length - 1];
    Store from = x.store();
    Store out = Arena.allocate(from.type, from.length);
    double[] e = new double[width];
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
    return new Value(out, shape);
  }
}
