package gmrl.autodiff;

import gmrl.autodiff.memory.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole function as one operation: nothing inside is remembered, and the pullback computes it
 * again.
 *
 * <p>The outputs, flattened, lie one after the other in the value.
 */
record Checkpoint(
    String label, Function<List<Variable>, List<Variable>> function, List<List<Integer>> shapes)
    implements Primitive {

  @Override
  public Value evaluate(Variable[] inputs) {
    try (Scope scope = Scope.open()) {
      long mark = History.mark();
      // Leaves, so that the function can differentiate with respect to its arguments.
      List<Variable> own = Arrays.stream(inputs).map(Variable::tracked).toList();
      List<Variable> outputs = function.apply(own);
      List<Variable> captured = History.captured(outputs, mark);
      if (!captured.isEmpty()) {
        throw new IllegalArgumentException(
            "checkpoint \""
                + label
                + "\" computes with "
                + captured.get(0)
                + ", a tracked variable that is not among its arguments;"
                + " no derivative could reach it, so pass it as an argument or detach it");
      }
      shapes.clear();
      for (Variable output : outputs) {
        shapes.add(Arrays.stream(output.dims()).boxed().toList());
      }
      Variable flat = scope.keep(flatten(outputs));
      return new Value(flat.store(), flat.dims());
    }
  }

  private static Variable flatten(List<Variable> outputs) {
    return Ops.concatenate(0, outputs.stream().map(y -> y.reshape(y.size())).toList());
  }

  /** The outputs inside the flattened value. */
  List<Variable> unpack(Variable flat) {
    List<Variable> out = new ArrayList<>();
    int at = 0;
    for (List<Integer> shape : shapes) {
      int[] dims = shape.stream().mapToInt(d -> d).toArray();
      int size = Shapes.size(dims);
      out.add(Ops.reshape(Ops.slice(flat, 0, at, at + size), dims));
      at += size;
    }
    return out;
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    List<Variable> own = new ArrayList<>();
    List<Variable> wanted = new ArrayList<>();
    for (int i = 0; i < call.inputs().length; i++) {
      Variable input = call.input(i);
      if (call.needs(i)) {
        input = Autodiff.own(input);
        wanted.add(input);
      } else if (!input.isTracked()) {
        input = input.tracked();
      }
      own.add(input);
    }
    Variable again = flatten(function.apply(own));
    if (!Arrays.equals(again.numbers(), call.output().numbers())) {
      throw new IllegalStateException(
          "checkpoint \""
              + label
              + "\" gave other numbers when it was computed again, so its derivative would belong to"
              + " another function; draw random numbers before, and pass them in");
    }
    List<Variable> outputs = List.of(again);
    List<Variable> cotangents = List.of(cotangent);
    Backward pass = new Backward(outputs, wanted);
    List<Variable> found =
        call.output().isTracked()
            ? pass.record(outputs, cotangents)
            : pass.once(outputs, cotangents);
    @Nullable Variable[] out = new Variable[own.size()];
    int next = 0;
    for (int i = 0; i < out.length; i++) {
      out[i] = call.needs(i) ? found.get(next++) : null;
    }
    return out;
  }
}
