package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows (positions of the first axis) with the given numbers; numbers may repeat. */
record Gather(List<Integer> rows) implements Primitive {

  @Override
  public String label() {
    return "gather";
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    int[] in = inputs[0].dims();
    int inner = Shapes.product(in, 1, in.length);
    int[] shape = in.clone();
    shape[0] = rows.size();
    Store out = Arena.allocate(inputs[0].type(), rows.size() * inner);
    int at = 0;
    for (int row : rows) {
      if (row < 0 || row >= in[0]) {
        throw new IllegalArgumentException(
            "row " + row + " does not exist in shape " + Arrays.toString(in));
      }
      out.copy(at, inputs[0].store(), row * inner, inner);
      at += inner;
    }
    return new Value(out, shape);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    ScatterAdd scatter = new ScatterAdd(rows, call.input(0).dims()[0]);
    return new Variable[] {Variable.apply(scatter, cotangent)};
  }
}
