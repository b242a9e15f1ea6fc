package gmrl.autodiff;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** Norms of all elements of all arrays together. */
final class Norms {
  private Norms() {}

  /** The root of the sum of squares; see {@link Ops#norm(List)}. */
  static Variable euclidean(List<Variable> xs) {
    // Squares are taken of numbers near 1, so that large and small ones have a norm too.
    if (xs.stream().anyMatch(x -> x.type() != xs.get(0).type())) {
      return euclidean(xs.stream().map(x -> Ops.cast(x, DataType.DOUBLE)).toList());
    }
    if (xs.stream().noneMatch(Variable::isTracked)) {
      return Variable.apply(new EuclideanNorm(), xs.toArray(Variable[]::new));
    }
    Variable largest = xs.get(0).like(0);
    for (Variable x : xs) {
      if (x.size() > 0) {
        largest = Formulas.MAX.apply(largest, magnitude(x));
      }
    }
    Variable unit = Formulas.UNIT.apply(largest);
    Variable total = xs.get(0).like(0);
    for (Variable x : xs) {
      total = total.plus(Formulas.SCALED_SQUARE.apply(x, unit).sum());
    }
    return Formulas.NORM.apply(total, unit);
  }

  /** The largest |x|, in one pass. */
  private static Variable magnitude(Variable x) {
    return x.rank() == 0 ? x.abs() : Ops.reduce(Reduce.Kind.MAGNITUDE, x, Ops.allAxes(x));
  }

  /** Of another order than 2. */
  static Variable of(List<Variable> xs, double order) {
    DataType type = xs.get(0).type();
    if (xs.stream().anyMatch(x -> x.type() != type)) {
      return of(xs.stream().map(x -> Ops.cast(x, DataType.DOUBLE)).toList(), order);
    }
    Variable zero = xs.get(0).like(0);
    Variable largest = zero;
    for (Variable x : xs) {
      if (x.size() > 0) {
        largest = Ops.maximum(largest, Ops.max(x.abs()));
      }
    }
    if (Double.isInfinite(order)) {
      return largest;
    }
    Variable total = zero;
    if (order == 1) {
      for (Variable x : xs) {
        total = total.plus(x.abs().sum());
      }
      return total;
    }
    // A power of two near the largest entry: a constant, by which nothing is rounded.
    Variable unit = Formulas.UNIT.apply(largest.detach());
    for (Variable x : xs) {
      total = total.plus(power(x.over(unit).abs(), order).sum());
    }
    return power(total, 1 / order).times(unit);
  }

  /** xᵖ for x ≥ 0 or undefined; all derivatives are 0 at 0. */
  private static Variable power(Variable x, double order) {
    Variable zero = Ops.equal(x, Ops.zerosLike(x));
    Variable inside = Ops.where(zero, Ops.zerosLike(x).plus(1), x);
    return Ops.where(zero, Ops.zerosLike(x), inside.pow(order));
  }
}
