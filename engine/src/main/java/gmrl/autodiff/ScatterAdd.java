package gmrl.autodiff;

import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The adjoint of {@link Gather}: row i of the input is added to row {@code rows[i]} of zeros. */
record ScatterAdd(List<Integer> rows, int count) implements Kernel {

  @Override
  public String label() {
    return "scatter add";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] in = inputs[0].dims();
    int[] shape = in.clone();
    shape[0] = count;
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] in = inputs[0].dims();
    int inner = Shapes.product(in, 1, in.length);
    Store from = inputs[0].store();
    return () -> {
      out.fill(0);
      for (int i = 0; i < in[0]; i++) {
        int at = rows.get(i) * inner;
        for (int j = 0; j < inner; j++) {
          out.set(at + j, out.get(at + j) + from.get(i * inner + j));
        }
      }
    };
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    return new Variable[] {Variable.apply(new Gather(rows), cotangent)};
  }
}
