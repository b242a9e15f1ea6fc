package gmrl.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A function whose derivative its author has written by hand. */
record Custom(String label, CustomOperation operation) implements Primitive {

  @Override
  public Value evaluate(Variable[] inputs) {
    List<Variable> plain = Arrays.stream(inputs).map(Variable::plain).toList();
    Variable output = PathTrace.suspended(() -> operation.evaluate(plain));
    if (output.isTracked()) {
      throw new IllegalArgumentException(
          "operation \""
              + label
              + "\" computes with a tracked variable that is not among its arguments;"
              + " no derivative could reach it, so pass it as an argument or detach it");
    }
    return new Value(output.store(), output.dims());
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    List<@Nullable Variable> cotangents =
        operation.pullback(List.of(call.inputs()), call.output(), cotangent);
    @Nullable Variable[] out = cotangents.toArray(new Variable[0]);
    if (out.length != call.inputs().length) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the pullback of operation \"%s\" gave %d cotangents for %d arguments",
              label,
              out.length,
              call.inputs().length));
    }
    for (int i = 0; i < out.length; i++) {
      Variable given = out[i];
      if (given != null && !Arrays.equals(given.dims(), call.input(i).dims())) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "the pullback of operation \"%s\" gave argument %d a cotangent of shape %s, not %s",
                label,
                i,
                Arrays.toString(given.dims()),
                Arrays.toString(call.input(i).dims())));
      }
    }
    return out;
  }
}
