package gmrl.autodiff;

/** The linear system in the derivative of a root, for {@link Autodiff#root}. */
@FunctionalInterface
public interface TransposedSolver {

  /**
   * u with (∂f/∂x)ᵀ u = cotangent, differentiable in all that f and the cotangent depend on.
   *
   * @param f the residual, with its history
   * @param x where it was evaluated; {@link Autodiff#vjp} from {@code f} to {@code x} gives
   *     products with the matrix
   * @param cotangent of x, of its shape
   */
  Variable solve(Variable f, Variable x, Variable cotangent);
}
