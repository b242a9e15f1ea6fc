package gmrl.optim;

import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.autodiff.formula.Formula;

/** √ on a path that will be differentiated. */
final class SafeSqrt {

  private static final Fused SQRT = Fused.of("√", 1, x -> of(x[0]));

  private SafeSqrt() {}

  /**
   * √x for x &gt; 0, and 0 with all derivatives 0 for x ≤ 0.
   *
   * <p>An optimiser divides by √v + ε where v is a mean of g². At g = 0 the chain rule through v
   * meets ∞·0, although g/(|g|+ε) has the derivative 1/ε there. With the derivative of √ at 0 taken
   * as 0 the rest of the chain rule gives exactly that 1/ε, and second derivatives are 0, the mean
   * of their one-sided limits ∓2/ε². Rounding can make a centred v slightly negative; that counts
   * as 0.
   */
  static Variable of(Variable x) {
    return SQRT.apply(x);
  }

  /**
   * √x + ε, the divisor of a direction; with ε = 0 it is 1 where x is 0, since the direction's
   * numerator is 0 there too and an array that never had a gradient then stays where it is.
   */
  static Variable plus(Variable x, double eps) {
    Variable root = of(x);
    return eps > 0 ? root.plus(eps) : root.plus(Ops.equal(root, Ops.zerosLike(root)));
  }

  /** The same as a formula. */
  static Formula of(Formula x) {
    Formula positive = x.greater(Formula.constant(0));
    Formula inside = positive.select(x, Formula.constant(1));
    return positive.select(inside.sqrt(), Formula.constant(0));
  }
}
