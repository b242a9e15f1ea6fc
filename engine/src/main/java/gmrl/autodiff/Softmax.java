package gmrl.autodiff;

import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/** eˣ / Σ eˣ over the last axis. */
record Softmax() implements Kernel {

  @Override
  public String label() {
    return "softmax";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    return LogSoftmax.checked(inputs[0]);
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    return LogSoftmax.rows(inputs[0], out, false);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    Variable p = call.output();
    return new Variable[] {p.times(g.minus(Ops.sumLast(g.times(p))))};
  }
}
