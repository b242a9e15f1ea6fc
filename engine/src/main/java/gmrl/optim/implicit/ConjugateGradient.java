package gmrl.optim.implicit;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.linear.ConjugateGradients;
import gmrl.linear.MatrixVector;
import gmrl.linear.Outcome;
import gmrl.linear.Solution;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Conjugate gradients for a symmetric positive definite A, from x = 0; see {@link
 * ConjugateGradients}.
 *
 * <p>Stops when ‖r‖ ≤ max(rtol ‖b‖, atol) or after the largest number of iterations. One product
 * with A each, in double precision but for the products themselves. The solution is a
 * differentiable function, to any order, of b and of everything that the products are computed
 * with: its derivative is a solution of the same system, not that of the iteration. Infinite and
 * undefined numbers give an undefined solution.
 *
 * @param maxIterations 0 for ten times the length of b
 * @param rtol relative tolerance
 * @param atol absolute tolerance
 * @param ridge r, to solve (A + r I) x = b instead
 * @param preconditioner an approximation of A⁻¹, symmetric and positive definite
 * @param end told how each solve ended; what it throws goes to the caller
 */
@RecordBuilder
public record ConjugateGradient(
    int maxIterations,
    double rtol,
    double atol,
    double ridge,
    UnaryOperator<Variable> preconditioner,
    Consumer<Solution> end)
    implements ConjugateGradientBuilder.With, LinearSolver {

  public ConjugateGradient {
    if (maxIterations < 0) {
      throw new IllegalArgumentException(
          "The number of iterations must be ≥ 0, not " + maxIterations);
    }
    if (!(rtol >= 0) || !(atol >= 0) || !(ridge >= 0)) {
      throw new IllegalArgumentException(
          "Tolerances and ridge must be ≥ 0, not %s, %s and %s".formatted(rtol, atol, ridge));
    }
  }

  /**
   * Relative tolerance 10⁻⁵, no ridge, no preconditioner; a system that is singular, indefinite or
   * still unsolved after ten times as many iterations as unknowns is an {@link
   * ArithmeticException}.
   */
  public static ConjugateGradient standard() {
    return new ConjugateGradient(0, 1e-5, 0, 0, r -> r, ConjugateGradient::insist);
  }

  private static void insist(Solution solution) {
    Outcome outcome = solution.outcome();
    if (outcome == Outcome.SINGULAR
        || outcome == Outcome.INDEFINITE
        || outcome == Outcome.UNFINISHED) {
      throw new ArithmeticException(
          "conjugate gradients: "
              + solution.describe()
              + "; add a ridge, use NormalConjugateGradient, or take what was found with withEnd");
    }
  }

  @Override
  public Variable solve(LinearOperator a, Variable b) {
    LinearOperator ridged = a.plusRidge(ridge);
    return Autodiff.root(
        "conjugate gradients",
        () -> find(ridged, b),
        x -> ridged.apply(x).minus(b),
        (f, x, cotangent) -> solve(a, cotangent));
  }

  private Variable find(LinearOperator a, Variable b) {
    double[] right = b.toDoubles();
    double[] x = new double[right.length];
    int limit = maxIterations == 0 ? 10 * right.length : maxIterations;
    Solution solution =
        new ConjugateGradients(limit, rtol, atol)
            .solve(products(a::apply, b), products(preconditioner, b), right, x);
    // Fewer iterations than it takes are a choice where their number was chosen.
    if (maxIterations == 0 || solution.outcome() != Outcome.UNFINISHED) {
      end.accept(solution);
    }
    return Packing.vector(b, x);
  }

  /** Products on plain arrays; what each of them computes is given back at once. */
  @SuppressWarnings("try") // the scope is there to be closed
  private static MatrixVector products(UnaryOperator<Variable> operator, Variable like) {
    return (vector, product) -> {
      try (Scope scope = Scope.open()) {
        double[] found = operator.apply(Packing.vector(like, vector)).toDoubles();
        System.arraycopy(found, 0, product, 0, product.length);
      }
    };
  }
}
