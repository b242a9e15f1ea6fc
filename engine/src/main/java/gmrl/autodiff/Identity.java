package gmrl.autodiff;

import org.jspecify.annotations.Nullable;

/**
 * The input itself, as a variable of its own.
 *
 * @param finite whether entries of the cotangent that are infinite or undefined become 0
 */
record Identity(boolean finite) implements Primitive {

  @Override
  public String label() {
    return finite ? "finite cotangent" : "identity";
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    return new Value(inputs[0].store(), inputs[0].dims());
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    return new Variable[] {finite ? Formulas.FINITE.apply(cotangent) : cotangent};
  }
}
