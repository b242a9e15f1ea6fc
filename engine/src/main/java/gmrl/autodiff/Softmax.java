package gmrl.autodiff;

import org.jspecify.annotations.Nullable;

/** eˣ / Σ eˣ over the last axis. */
record Softmax() implements Primitive {

  @Override
  public String label() {
    return "softmax";
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    return LogSoftmax.rows(inputs[0], false);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    Variable p = call.output();
    return new Variable[] {p.times(g.minus(Ops.sumLast(g.times(p))))};
  }
}
