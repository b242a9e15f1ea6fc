package gmrl.autodiff;

import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows (positions of the first axis) with the given numbers; numbers may repeat. */
record Gather(List<Integer> rows) implements Kernel {

  @Override
  public String label() {
    return "gather";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] in = inputs[0].dims();
    for (int row : rows) {
      if (row < 0 || row >= in[0]) {
        throw new IllegalArgumentException(
            "row " + row + " does not exist in shape " + Arrays.toString(in));
      }
    }
    int[] shape = in.clone();
    shape[0] = rows.size();
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] in = inputs[0].dims();
    int inner = Shapes.product(in, 1, in.length);
    Store x = inputs[0].store();
    return () -> {
      int at = 0;
      for (int row : rows) {
        out.copy(at, x, row * inner, inner);
        at += inner;
      }
    };
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    ScatterAdd scatter = new ScatterAdd(rows, call.input(0).dims()[0]);
    return new Variable[] {Variable.apply(scatter, cotangent)};
  }
}
