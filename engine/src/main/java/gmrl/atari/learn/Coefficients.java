package gmrl.atari.learn;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;

/**
 * The four numbers of an actor-critic loss as variables of one element each.
 *
 * @param gamma γ, discount
 * @param lambda λ, trace parameter of the advantage estimate
 * @param valueCoef weight of the value loss
 * @param entropyCoef weight of the entropy
 */
record Coefficients(Variable gamma, Variable lambda, Variable valueCoef, Variable entropyCoef) {

  /** Each is the logistic function of one of four raw numbers, in the order of the fields. */
  static Coefficients ofRaw(Variable raw) {
    Variable values = raw.sigmoid();
    return new Coefficients(
        Ops.slice(values, 0, 0, 1),
        Ops.slice(values, 0, 1, 2),
        Ops.slice(values, 0, 2, 3),
        Ops.slice(values, 0, 3, 4));
  }

  /** Constants of the type of {@code like}. */
  static Coefficients constant(MetaParameters values, Variable like) {
    return new Coefficients(
        Variable.full(like.type(), values.gamma(), 1),
        Variable.full(like.type(), values.gaeLambda(), 1),
        Variable.full(like.type(), values.valueLossCoef(), 1),
        Variable.full(like.type(), values.entropyCoef(), 1));
  }
}
