package gmrl.optim;

import gmrl.autodiff.Variable;

/**
 * u = g + λθ.
 *
 * <p>Before an adaptive direction this is the L2 penalty ½λ‖θ‖²; after it, the decoupled decay of
 * AdamW.
 *
 * @param decay λ
 */
public record WeightDecay(double decay) implements Stateless {

  public WeightDecay {
    Hyperparameters.notNegative("weight decay", decay);
  }

  @Override
  public Variable transform(Variable gradient, Variable param) {
    return decay == 0 ? gradient : gradient.plus(param.times(decay));
  }
}
