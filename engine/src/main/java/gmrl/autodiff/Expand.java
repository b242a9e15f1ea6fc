package gmrl.autodiff;

import gmrl.autodiff.formula.Formula;
import gmrl.autodiff.formula.Program;
import gmrl.autodiff.formula.Reader;
import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array repeated along its dimensions of length 1; the adjoint of a sum. */
record Expand(List<Integer> shape) implements Elementwise {
  private static final Program COPY = new Program(new Formula.Input(0), 1);

  static Expand to(int[] shape) {
    return new Expand(Arrays.stream(shape).boxed().toList());
  }

  @Override
  public String label() {
    return "expand";
  }

  @Override
  public Program program(int inputs) {
    return COPY;
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] dims = shape.stream().mapToInt(d -> d).toArray();
    if (!Arrays.equals(Shapes.broadcast(inputs[0].dims(), dims), dims)) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(inputs[0].dims()) + " does not expand to " + shape);
    }
    return dims;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    List<Reader> reader = List.of(inputs[0].reader(shape(inputs)));
    return () -> Parallel.ranges(out.length, GRAIN, (from, to) -> COPY.run(reader, out, from, to));
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    return new Variable[] {Ops.sumTo(cotangent, call.input(0).dims())};
  }
}
