package gmrl.autodiff;

import gmrl.autodiff.memory.Shapes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same numbers, row by row, in another shape; shares memory. */
record Reshape(List<Integer> shape) implements Primitive {
  static Reshape to(int[] shape) {
    return new Reshape(Arrays.stream(shape).boxed().toList());
  }

  @Override
  public String label() {
    return "reshape";
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    int[] dims = shape.stream().mapToInt(d -> d).toArray();
    if (Shapes.size(dims) != inputs[0].size()) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(inputs[0].dims()) + " cannot be reshaped to " + shape);
    }
    return new Value(inputs[0].store(), dims);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    return new Variable[] {Ops.reshape(cotangent, call.input(0).dims())};
  }
}
