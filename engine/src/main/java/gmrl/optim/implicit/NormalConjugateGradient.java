package gmrl.optim.implicit;

import gmrl.autodiff.Variable;

/**
 * Conjugate gradients on AᵀA x = Aᵀb, for any invertible A. Two products per iteration, and the
 * square of A's condition number; the tolerances refer to Aᵀb, the ridge is added to AᵀA.
 *
 * @param inner the iteration
 */
public record NormalConjugateGradient(ConjugateGradient inner) implements LinearSolver {

  /** With {@link ConjugateGradient#standard()}. */
  public static NormalConjugateGradient standard() {
    return new NormalConjugateGradient(ConjugateGradient.standard());
  }

  @Override
  public Variable solve(LinearOperator a, Variable b) {
    return inner.solve(x -> a.applyTransposed(a.apply(x)), a.applyTransposed(b));
  }
}
