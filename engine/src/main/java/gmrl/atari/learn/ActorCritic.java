package gmrl.atari.learn;

import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An actor-critic network as a pure function of its parameters.
 *
 * <p>Parameters are a list in the order of {@link #initial}; kernels are [outputs][rows][columns][
 * channels], matrices [outputs][inputs].
 */
public final class ActorCritic {
  /**
   * Added to every input of a conditioned network, as the published code does: where all cells are
   * 0 the weights still have a gradient, if a tiny one.
   */
  private static final double SHIFT = 1e-10;

  private static final Fused BIAS_RELU = Fused.of("bias relu", 2, x -> x[0].plus(x[1]).relu());

  private final NetworkSpec spec;
  private final List<Slot> slots;

  public ActorCritic(NetworkSpec spec) {
    this.spec = spec;
    this.slots = spec.slots();
  }

  /**
   * What the network says of n observations.
   *
   * @param logProbabilities log π(a|s) [n][actions]
   * @param values V(s) or V(s, γ) [n]
   */
  public record Output(Variable logProbabilities, Variable values) {}

  public NetworkSpec spec() {
    return spec;
  }

  /** A fresh start: orthogonal weights, biases of 0. */
  public Parameters initial(RandomGenerator random) {
    return new Parameters(
        slots.stream()
            .map(
                slot -> {
                  int rows = slot.shape()[0];
                  float[] data =
                      slot.gain() == 0
                          ? new float[slot.size()]
                          : Orthogonal.matrix(rows, slot.size() / rows, slot.gain(), random);
                  return new Parameters.Tensor(slot.name(), slot.shape(), data);
                })
            .toList());
  }

  /**
   * Checks that parameters belong to this network.
   *
   * @throws IllegalArgumentException naming the first parameter that does not
   */
  public void check(Parameters parameters) {
    List<Parameters.Tensor> tensors = parameters.tensors();
    for (int i = 0; i < Math.max(tensors.size(), slots.size()); i++) {
      String expected = i < slots.size() ? describe(slots.get(i).name(), slots.get(i).shape()) : "";
      String given =
          i < tensors.size() ? describe(tensors.get(i).name(), tensors.get(i).shape()) : "";
      if (!expected.equals(given)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "parameter %d of this network is %s, not %s",
                i + 1,
                expected.isEmpty() ? "absent" : expected,
                given.isEmpty() ? "absent" : given));
      }
    }
  }

  private static String describe(String name, int[] shape) {
    return name + Arrays.toString(shape);
  }

  /**
   * Policy and values.
   *
   * @param p parameters
   * @param observations [n][rows][columns][channels]
   * @param gamma γ, one element, for a conditioned critic; others do not look at it
   */
  public Output apply(List<Variable> p, Variable observations, @Nullable Variable gamma) {
    int n = observations.dim(0);
    int at = 0;
    Variable x = spec.conditioned() ? observations.plus(SHIFT) : observations;
    for (NetworkSpec.Convolution layer : spec.convolutions()) {
      x = Ops.conv2dRelu(x, p.get(at), p.get(at + 1), layer.stride());
      at += 2;
    }
    Variable features =
        BIAS_RELU.apply(
            Ops.matmul(x.reshape(n, spec.flattened()), p.get(at), false, true), p.get(at + 1));
    at += 2;
    Variable logits = linear(features, p, at);
    at += 2;
    Variable critic = features;
    if (spec.conditioned()) {
      if (gamma == null) {
        throw new IllegalArgumentException("a conditioned critic needs γ");
      }
      Variable embedded = p.get(at).reshape(1, spec.embedding()).times(gamma).plus(p.get(at + 1));
      Variable joined =
          Ops.concatenate(1, List.of(features, Ops.expand(embedded, n, spec.embedding())));
      critic = BIAS_RELU.apply(Ops.matmul(joined, p.get(at + 2), false, true), p.get(at + 3));
      at += 4;
    }
    return new Output(Ops.logSoftmax(logits), linear(critic, p, at).reshape(n));
  }

  private static Variable linear(Variable x, List<Variable> p, int at) {
    return Ops.matmul(x, p.get(at), false, true).plus(p.get(at + 1));
  }
}
