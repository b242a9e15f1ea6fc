package gmrl.autodiff;

import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/** The adjoint of {@link Pick}: zeros with g[i] at column[i] of row i. */
record Place(int width) implements Kernel {

  @Override
  public String label() {
    return "place";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    return new int[] {inputs[0].size(), width};
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    Store g = inputs[0].store();
    Store columns = inputs[1].store();
    return () -> {
      out.fill(0);
      for (int i = 0; i < columns.length; i++) {
        out.set(i * width + Pick.column(columns, i, width), g.get(i));
      }
    };
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    return new Variable[] {Variable.apply(new Pick(), g, call.input(1)), null};
  }
}
