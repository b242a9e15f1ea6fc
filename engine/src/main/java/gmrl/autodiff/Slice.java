package gmrl.autodiff;

import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Positions {@code from}, inclusive, to {@code to}, exclusive, of one axis. */
record Slice(int axis, int from, int to) implements Kernel {

  @Override
  public String label() {
    return "slice";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] in = inputs[0].dims();
    if (from < 0 || to < from || to > in[axis]) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "positions %d to %d of axis %d do not exist in shape %s",
              from,
              to,
              axis,
              Arrays.toString(in)));
    }
    int[] shape = in.clone();
    shape[axis] = to - from;
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] in = inputs[0].dims();
    int outer = Shapes.product(in, 0, axis);
    int inner = Shapes.product(in, axis + 1, in.length);
    int run = (to - from) * inner;
    Store x = inputs[0].store();
    return () -> {
      for (int i = 0; i < outer; i++) {
        out.copy(i * run, x, (i * in[axis] + from) * inner, run);
      }
    };
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    Embed embed = new Embed(axis, from, call.input(0).dims()[axis]);
    return new Variable[] {Variable.apply(embed, cotangent)};
  }
}
