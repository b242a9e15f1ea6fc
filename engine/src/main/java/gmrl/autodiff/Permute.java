package gmrl.autodiff;

import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Axes in another order: axis i of the result is axis {@code order[i]} of the input. */
record Permute(List<Integer> order) implements Kernel {

  @Override
  public String label() {
    return "permute";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] in = inputs[0].dims();
    int[] shape = new int[in.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in[order.get(i)];
    }
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store to) {
    int[] shape = shape(inputs);
    int rank = shape.length;
    int[] steps = Shapes.strides(inputs[0].dims());
    int[] strides = new int[rank];
    for (int i = 0; i < rank; i++) {
      strides[i] = steps[order.get(i)];
    }
    Store from = inputs[0].store();
    // Trailing axes that stay in place move as one run.
    int kept = rank;
    while (kept > 0 && order.get(kept - 1) == kept - 1) {
      kept--;
    }
    int run = Shapes.product(shape, kept, rank);
    int[] outerShape = java.util.Arrays.copyOf(shape, kept);
    int[] outerStrides = java.util.Arrays.copyOf(strides, kept);
    int runs = run == 0 ? 0 : from.length / run;
    return () ->
        Parallel.ranges(
            runs,
            Math.max(1, (1 << 15) / Math.max(1, run)),
            (first, last) -> {
              int[] index = Shapes.unravel(first, outerShape);
              for (int i = first; i < last; i++) {
                int at = Shapes.offset(index, outerStrides);
                if (run > 1) {
                  to.copy(i * run, from, at, run);
                } else if (to.isFloat()) {
                  to.floats().put(i, from.floats().get(at));
                } else {
                  to.doubles().put(i, from.doubles().get(at));
                }
                Shapes.increment(index, outerShape);
              }
            });
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    int[] inverse = new int[order.size()];
    for (int i = 0; i < inverse.length; i++) {
      inverse[order.get(i)] = i;
    }
    return new Variable[] {Ops.permute(cotangent, inverse)};
  }
}
