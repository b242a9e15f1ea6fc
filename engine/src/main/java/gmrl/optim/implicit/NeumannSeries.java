package gmrl.optim.implicit;

import gmrl.autodiff.Variable;

/**
 * x = α Σ_{i&lt;n} (I − αA)ⁱ b, which tends to A⁻¹b if all eigenvalues of αA lie between 0 and 2.
 *
 * <p>Truncating the series is truncating an unroll of n−1 gradient steps with rate α at the
 * solution. The number of terms is n here; in the reference library {@code maxiter} m means m+1
 * terms in one function and m in another.
 *
 * @param terms n
 * @param alpha α
 */
public record NeumannSeries(int terms, double alpha) implements LinearSolver {

  public NeumannSeries {
    if (terms < 1) {
      throw new IllegalArgumentException("A Neumann series needs at least 1 term, not " + terms);
    }
    if (!(alpha > 0)) {
      throw new IllegalArgumentException("The scale of a Neumann series must be > 0, not " + alpha);
    }
  }

  @Override
  public Variable solve(LinearOperator a, Variable b) {
    Variable term = b;
    Variable sum = b;
    for (int i = 1; i < terms; i++) {
      term = term.minus(a.apply(term).times(alpha));
      sum = sum.plus(term);
    }
    return sum.times(alpha);
  }
}
