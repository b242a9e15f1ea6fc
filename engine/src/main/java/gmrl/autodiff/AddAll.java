package gmrl.autodiff;

import gmrl.autodiff.formula.Formula;
import gmrl.autodiff.formula.Program;
import gmrl.autodiff.formula.Reader;
import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sum of any number of arrays of one shape: the cotangents that meet at a variable. */
record AddAll() implements Elementwise {
  private static final List<Program> PROGRAMS =
      java.util.stream.IntStream.rangeClosed(0, 8).mapToObj(AddAll::sum).toList();

  @Override
  public Program program(int inputs) {
    return inputs < PROGRAMS.size() ? PROGRAMS.get(inputs) : sum(inputs);
  }

  private static Program sum(int count) {
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
  public int[] shape(Variable[] inputs) {
    return inputs[0].dims();
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] shape = inputs[0].dims();
    Program program = program(inputs.length);
    List<Reader> readers = Arrays.stream(inputs).map(x -> x.reader(shape)).toList();
    return () ->
        Parallel.ranges(out.length, GRAIN, (from, to) -> program.run(readers, out, from, to));
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    Variable[] out = new Variable[call.inputs().length];
    Arrays.fill(out, cotangent);
    return out;
  }
}
