package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** The same numbers as floats or as doubles; the cotangent goes the other way. */
record Cast(DataType to) implements Kernel {

  @Override
  public String label() {
    return to == DataType.FLOAT ? "to float" : "to double";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    return inputs[0].dims();
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    Store from = inputs[0].store();
    return () -> {
      for (int i = 0; i < out.length; i++) {
        out.set(i, from.get(i));
      }
    };
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    Store out = Arena.allocate(to, inputs[0].size());
    bind(inputs, out).run();
    return new Value(out, shape(inputs));
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    return new Variable[] {Ops.cast(cotangent, call.input(0).type())};
  }
}
