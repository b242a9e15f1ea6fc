package gmrl.experiment.example;

import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A fully connected network with tanh between its layers; parameters are weight, bias, weight, bias
 * …, weights of shape [inputs][outputs].
 */
final class Mlp {

  private Mlp() {}

  /** Normal weights of variance 1/inputs, zero biases. */
  static List<Variable> start(RandomGenerator random, int... sizes) {
    List<Variable> params = new ArrayList<>();
    for (int layer = 1; layer < sizes.length; layer++) {
      double[] weight = new double[sizes[layer - 1] * sizes[layer]];
      for (int i = 0; i < weight.length; i++) {
        weight[i] = random.nextGaussian() / Math.sqrt(sizes[layer - 1]);
      }
      params.add(Variable.of(weight, sizes[layer - 1], sizes[layer]));
      params.add(Variable.of(new double[sizes[layer]], sizes[layer]));
    }
    return params;
  }

  /** The same parameters, tracked, under the names of weights and biases. */
  static List<Variable> named(List<Variable> params) {
    List<Variable> named = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      named.add(params.get(i).tracked((i % 2 == 0 ? "W" : "b") + (i / 2 + 1)));
    }
    return named;
  }

  /** Parameters after a step down a gradient. */
  static List<Variable> moved(List<Variable> params, List<Variable> gradient, double rate) {
    List<Variable> moved = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      moved.add(params.get(i).minus(gradient.get(i).times(rate)));
    }
    return moved;
  }

  /** Outputs for a batch of inputs, one row each. */
  static Variable apply(List<Variable> params, Variable inputs) {
    Variable x = inputs;
    for (int i = 0; i < params.size(); i += 2) {
      x = x.matmul(params.get(i)).plus(params.get(i + 1));
      x = i + 2 < params.size() ? x.tanh() : x;
    }
    return x;
  }
}
