package gmrl.optim.implicit;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.function.UnaryOperator;

/**
 * Conjugate gradients for a symmetric positive definite A (Hestenes and Stiefel 1952), from x = 0.
 *
 * <p>Stops when ‖r‖² ≤ max(rtol²‖b‖², atol²) or after the largest number of iterations. One product
 * with A each.
 *
 * @param maxIterations 0 for ten times the length of b
 * @param rtol relative tolerance
 * @param atol absolute tolerance
 * @param ridge r, to solve (A + r I) x = b instead
 * @param preconditioner an approximation of A⁻¹, symmetric and positive definite
 */
public record ConjugateGradient(
    int maxIterations,
    double rtol,
    double atol,
    double ridge,
    UnaryOperator<Variable> preconditioner)
    implements LinearSolver {

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

  /** Relative tolerance 10⁻⁵, no ridge, no preconditioner. */
  public static ConjugateGradient standard() {
    return new ConjugateGradient(0, 1e-5, 0, 0, r -> r);
  }

  public ConjugateGradient withMaxIterations(int value) {
    return new ConjugateGradient(value, rtol, atol, ridge, preconditioner);
  }

  public ConjugateGradient withRtol(double value) {
    return new ConjugateGradient(maxIterations, value, atol, ridge, preconditioner);
  }

  public ConjugateGradient withRidge(double value) {
    return new ConjugateGradient(maxIterations, rtol, atol, value, preconditioner);
  }

  public ConjugateGradient withPreconditioner(UnaryOperator<Variable> value) {
    return new ConjugateGradient(maxIterations, rtol, atol, ridge, value);
  }

  @Override
  public Variable solve(LinearOperator a, Variable b) {
    LinearOperator ridged = a.plusRidge(ridge);
    double bb = Ops.dot(b, b).item();
    double stop = Math.max(rtol * rtol * bb, atol * atol);
    int limit = maxIterations == 0 ? 10 * b.size() : maxIterations;
    Variable x = Ops.zerosLike(b);
    Variable r = b;
    Variable z = preconditioner.apply(r);
    Variable p = z;
    Variable rz = Ops.dot(r, z);
    for (int k = 0; k < limit && Ops.dot(r, r).item() > stop; k++) {
      Variable ap = ridged.apply(p);
      Variable step = rz.over(Ops.dot(p, ap));
      x = x.plus(p.times(step));
      r = r.minus(ap.times(step));
      z = preconditioner.apply(r);
      Variable next = Ops.dot(r, z);
      p = z.plus(p.times(next.over(rz)));
      rz = next;
    }
    return x;
  }
}
