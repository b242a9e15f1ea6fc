package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/** The adjoint of {@link Slice}: zeros of length {@code length} with the input at {@code from}. */
record Embed(int axis, int from, int length) implements Primitive {

  @Override
  public String label() {
    return "embed";
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    int[] in = inputs[0].dims();
    int[] shape = in.clone();
    shape[axis] = length;
    int outer = Shapes.product(in, 0, axis);
    int inner = Shapes.product(in, axis + 1, in.length);
    Store out = Arena.allocate(inputs[0].type(), Shapes.size(shape));
    out.fill(0);
    int run = in[axis] * inner;
    for (int i = 0; i < outer; i++) {
      out.copy((i * length + from) * inner, inputs[0].store(), i * run, run);
    }
    return new Value(out, shape);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    Slice slice = new Slice(axis, from, from + call.input(0).dims()[axis]);
    return new Variable[] {Variable.apply(slice, cotangent)};
  }
}
