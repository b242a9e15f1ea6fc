package gmrl.optim.implicit;

import gmrl.autodiff.Variable;

/** A way to solve A x = b when only products with A are at hand. */
public sealed interface LinearSolver
    permits ConjugateGradient, NormalConjugateGradient, NeumannSeries, DenseSolve {

  /**
   * An x with A x ≈ b.
   *
   * @param a a square matrix
   * @param b a vector
   */
  Variable solve(LinearOperator a, Variable b);
}
