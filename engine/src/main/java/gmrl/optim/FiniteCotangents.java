package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;

/**
 * u = g, through which only finite derivatives flow back: entries of the cotangent that are
 * infinite or undefined become 0.
 *
 * <p>For whole networks in meta-gradient RL: units that are never active have gradients of exactly
 * 0, and whatever is singular there must not spread to the rest. The optimisers of this package are
 * finite at 0 by themselves; rules of one's own, and losses, may not be.
 */
public record FiniteCotangents() implements Stateless {

  @Override
  public Variable transform(Variable gradient, Variable param) {
    return Ops.finiteCotangent(gradient);
  }
}
