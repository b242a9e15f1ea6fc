package gmrl.ipd;

import gmrl.ipd.shaping.DifferentiableGame;

/**
 * A repeated game whose policies remember one step: how far apart two of them are is the sum over
 * the five states of KL(from ‖ to). A policy is a table, so that is known without rollouts.
 */
interface PolicyDistance extends DifferentiableGame {
  @Override
  default int size() {
    return Views.STATES;
  }

  @Override
  default void divergence(double[] from, double[] to, double[] gradient) {
    for (int s = 0; s < gradient.length; s++) {
      gradient[s] = Logistic.of(to[s]) - Logistic.of(from[s]);
    }
  }

  @Override
  default void divergenceProduct(double[] to, double[] vector, double[] product) {
    for (int s = 0; s < product.length; s++) {
      double p = Logistic.of(to[s]);
      product[s] = p * (1 - p) * vector[s];
    }
  }
}
