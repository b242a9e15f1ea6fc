package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.List;
import java.util.stream.Stream;

/** Exponential means, of which most update rules remember one or two. */
final class Means {

  private Means() {}

  /**
   * {@code count} arrays of zeros like {@code param}, each its own so that each can be released.
   */
  static List<Variable> zeros(Variable param, int count) {
    return Stream.generate(() -> Ops.zerosLike(param)).limit(count).toList();
  }

  /** β mean + (1−β) value. */
  static Variable next(Variable mean, double beta, Variable value) {
    return mean.times(beta).plus(value.times(1 - beta));
  }
}
