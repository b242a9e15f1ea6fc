package gmrl.autodiff;

import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Arrays one after the other along an axis; all other dimensions agree. */
record Concatenate(int axis) implements Kernel {

  @Override
  public String label() {
    return "concatenate";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] shape = inputs[0].dims().clone();
    shape[axis] = 0;
    for (Variable input : inputs) {
      int[] in = input.dims().clone();
      if (in.length == shape.length) {
        shape[axis] += in[axis];
        in[axis] = shape[axis];
      }
      if (!Arrays.equals(in, shape) || input.type() != inputs[0].type()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s %s cannot be joined to %s %s along axis %d: all other dimensions and the type"
                    + " must agree",
                Arrays.toString(input.dims()),
                input.type(),
                Arrays.toString(inputs[0].dims()),
                inputs[0].type(),
                axis));
      }
    }
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] shape = shape(inputs);
    int outer = Shapes.product(shape, 0, axis);
    int inner = Shapes.product(shape, axis + 1, shape.length);
    int row = shape[axis] * inner;
    return () -> {
      int column = 0;
      for (Variable input : inputs) {
        int run = input.dims()[axis] * inner;
        for (int i = 0; i < outer; i++) {
          out.copy(i * row + column, input.store(), i * run, run);
        }
        column += run;
      }
    };
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    @Nullable Variable[] out = new Variable[call.inputs().length];
    int at = 0;
    for (int i = 0; i < out.length; i++) {
      int length = call.input(i).dims()[axis];
      if (call.needs(i)) {
        out[i] = Ops.slice(cotangent, axis, at, at + length);
      }
      at += length;
    }
    return out;
  }
}
