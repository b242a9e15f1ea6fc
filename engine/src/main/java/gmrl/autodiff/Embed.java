package gmrl.autodiff;

import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/** The adjoint of {@link Slice}: zeros of length {@code length} with the input at {@code from}. */
record Embed(int axis, int from, int length) implements Kernel {

  @Override
  public String label() {
    return "embed";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] in = inputs[0].dims();
    int[] shape = in.clone();
    shape[axis] = length;
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] in = inputs[0].dims();
    int outer = Shapes.product(in, 0, axis);
    int inner = Shapes.product(in, axis + 1, in.length);
    int run = in[axis] * inner;
    Store x = inputs[0].store();
    return () -> {
      out.fill(0);
      for (int i = 0; i < outer; i++) {
        out.copy((i * length + from) * inner, x, i * run, run);
      }
    };
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    Slice slice = new Slice(axis, from, from + call.input(0).dims()[axis]);
    return new Variable[] {Variable.apply(slice, cotangent)};
  }
}
