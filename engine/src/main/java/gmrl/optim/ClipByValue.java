package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;

/**
 * u = g limited to [−c, c] element by element; derivative 1 inside and on the limits, 0 outside.
 *
 * @param limit c
 */
public record ClipByValue(double limit) implements Stateless {

  public ClipByValue {
    Hyperparameters.positive("limit", limit);
  }

  @Override
  public Variable transform(Variable gradient, Variable param) {
    return Ops.clamp(gradient, -limit, limit);
  }
}
