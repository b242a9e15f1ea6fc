package gmrl.autodiff;

import gmrl.autodiff.formula.Formula;
import gmrl.autodiff.formula.Program;
import gmrl.autodiff.formula.Reader;
import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sum of any number of arrays of one shape: the cotangents that meet at a variable. */
record AddAll() implements Primitive {
  private static final List<Program> PROGRAMS =
      java.util.stream.IntStream.rangeClosed(0, 8).mapToObj(AddAll::program).toList();

  private static Program program(int count) {
    Formula sum = Formula.Constant.ZERO;
    for (int i = 0; i < count; i++) {
      sum = sum.plus(new Formula.Input(i));
    }
    return new Program(sum, count);
  }

  @Override
  public String label() {
    return "add";
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    int[] shape = inputs[0].dims();
    Store out = Arena.allocate(inputs[0].type(), inputs[0].size());
    Program program =
        inputs.length < PROGRAMS.size() ? PROGRAMS.get(inputs.length) : program(inputs.length);
    List<Reader> readers = Arrays.stream(inputs).map(x -> x.reader(shape)).toList();
    Parallel.ranges(out.length, 1 << 16, (from, to) -> program.run(readers, out, from, to));
    return new Value(out, shape);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    Variable[] out = new Variable[call.inputs().length];
    Arrays.fill(out, cotangent);
    return out;
  }
}
