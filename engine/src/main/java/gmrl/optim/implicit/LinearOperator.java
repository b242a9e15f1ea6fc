package gmrl.optim.implicit;

import gmrl.autodiff.Variable;

/** A square matrix A that is known by its products with vectors. */
public interface LinearOperator {

  /** A x, for a vector x of length n. */
  Variable apply(Variable x);

  /** Aᵀ x; the same as A x unless A is not symmetric. */
  default Variable applyTransposed(Variable x) {
    return apply(x);
  }

  /** A + r I. */
  default LinearOperator plusRidge(double r) {
    LinearOperator a = this;
    return r == 0
        ? this
        : new LinearOperator() {
          @Override
          public Variable apply(Variable x) {
            return a.apply(x).plus(x.times(r));
          }

          @Override
          public Variable applyTransposed(Variable x) {
            return a.applyTransposed(x).plus(x.times(r));
          }
        };
  }
}
