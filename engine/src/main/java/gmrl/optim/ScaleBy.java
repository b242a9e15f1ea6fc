package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;

/**
 * u = c·g.
 *
 * <p>With a variable this makes a learning rate that can itself be learned: {@code
 * Adam.of(1).then(ScaleBy.by(rate))}, and differentiate what follows with respect to {@code rate}.
 *
 * @param factor one element, or an array that broadcasts against every leaf
 */
public record ScaleBy(Variable factor) implements Stateless {

  /** Multiplies by a variable. */
  public static ScaleBy by(Variable factor) {
    return new ScaleBy(factor);
  }

  /** Multiplies by a number. */
  public static GradientTransform by(double factor) {
    Hyperparameters.finite("factor", factor);
    return (Stateless) (gradient, param) -> gradient.times(factor);
  }

  @Override
  public Variable transform(Variable gradient, Variable param) {
    return gradient.times(Ops.cast(factor, gradient.type()));
  }
}
