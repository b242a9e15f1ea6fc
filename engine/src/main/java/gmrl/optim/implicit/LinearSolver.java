package gmrl.optim.implicit;

import gmrl.autodiff.Variable;

/**
 * A way to solve A x = b when only products with A are at hand: {@link ConjugateGradient}, {@link
 * NormalConjugateGradient}, {@link NeumannSeries}, {@link DenseSolve}, or one of your own.
 */
public interface LinearSolver {

  /**
   * An x with A x ≈ b, differentiable in b and in what the products are computed with if the
   * derivative of an implicit function is to be differentiated again.
   *
   * @param a a square matrix
   * @param b a vector
   */
  Variable solve(LinearOperator a, Variable b);
}
