package gmrl.atari.learn;

import gmrl.atari.ObservationShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an actor-critic network looks like: convolutions, one dense layer of shared features, a
 * policy on them and a critic.
 *
 * <p>A conditioned critic is told the discount that it values for: γ goes through an embedding
 * without activation, is appended to the features, and one more relu layer follows. The policy
 * never sees γ.
 *
 * @param input shape of one observation, entries in 0 … 1
 * @param actions number of actions, at least 2
 * @param convolutions layers with relu, without padding, first to last
 * @param features width of the dense relu layer
 * @param conditioned whether the critic is conditioned on γ
 * @param embedding width of γ's embedding, at least 1
 */
public record NetworkSpec(
    ObservationShape input,
    int actions,
    List<Convolution> convolutions,
    int features,
    boolean conditioned,
    int embedding) {

  private static final int EMBEDDING = 16;

  /**
   * One convolution.
   *
   * @param outputs channels that come out
   * @param kernel side of the square kernel
   * @param stride step between neighbouring results
   */
  public record Convolution(int outputs, int kernel, int stride) {
    public Convolution {
      if (outputs < 1 || kernel < 1 || stride < 1) {
        throw new IllegalArgumentException(
            "a convolution needs at least one output, a kernel and a stride of at least 1, not "
                + outputs
                + ", "
                + kernel
                + " and "
                + stride);
      }
    }
  }

  public NetworkSpec {
    convolutions = List.copyOf(convolutions);
    if (actions < 2 || features < 1 || embedding < 1) {
      throw new IllegalArgumentException(
          "a network needs at least 2 actions, 1 feature and an embedding of width 1, not "
              + actions
              + ", "
              + features
              + " and "
              + embedding);
    }
    int rows = input.rows();
    int columns = input.columns();
    for (Convolution layer : convolutions) {
      if (layer.kernel() > rows || layer.kernel() > columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a kernel of side %d does not fit into %d × %d",
                layer.kernel(),
                rows,
                columns));
      }
      rows = (rows - layer.kernel()) / layer.stride() + 1;
      columns = (columns - layer.kernel()) / layer.stride() + 1;
    }
  }

  /** The network of Mnih et al. (2015) for 84 × 84 frames: 32, 64 and 64 channels, 512 features. */
  public static NetworkSpec nature(ObservationShape input, int actions, boolean conditioned) {
    return new NetworkSpec(
        input,
        actions,
        List.of(new Convolution(32, 8, 4), new Convolution(64, 4, 2), new Convolution(64, 3, 1)),
        512,
        conditioned,
        EMBEDDING);
  }

  /** The network of Young and Tian (2019) for 10 × 10 cells: 16 channels, 128 features. */
  public static NetworkSpec miniature(ObservationShape input, int actions, boolean conditioned) {
    return new NetworkSpec(
        input, actions, List.of(new Convolution(16, 3, 1)), 128, conditioned, EMBEDDING);
  }

  /** No convolution, for observations without neighbourhood: {@code features} hidden units. */
  public static NetworkSpec dense(
      ObservationShape input, int actions, int features, boolean conditioned) {
    return new NetworkSpec(input, actions, List.of(), features, conditioned, EMBEDDING);
  }

  /** The same network with or without the conditioned critic. */
  public NetworkSpec conditioned(boolean yes) {
    return new NetworkSpec(input, actions, convolutions, features, yes, embedding);
  }

  /** Numbers that enter the dense layer. */
  int flattened() {
    int rows = input.rows();
    int columns = input.columns();
    int channels = input.channels();
    for (Convolution layer : convolutions) {
      rows = (rows - layer.kernel()) / layer.stride() + 1;
      columns = (columns - layer.kernel()) / layer.stride() + 1;
      channels = layer.outputs();
    }
    return rows * columns * channels;
  }

  /** Names and shapes of the parameters, in their order. */
  List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    int channels = input.channels();
    for (int i = 0; i < convolutions.size(); i++) {
      Convolution layer = convolutions.get(i);
      String name = "conv" + (i + 1);
      slots.add(
          new Slot(
              name + ".weight",
              Slot.RELU_GAIN,
              layer.outputs(),
              layer.kernel(),
              layer.kernel(),
              channels));
      slots.add(Slot.bias(name, layer.outputs()));
      channels = layer.outputs();
    }
    dense(slots, "dense", Slot.RELU_GAIN, features, flattened());
    dense(slots, "policy", Slot.POLICY_GAIN, actions, features);
    if (conditioned) {
      dense(slots, "gamma", 1, embedding, 1);
      dense(slots, "mix", Slot.RELU_GAIN, features, features + embedding);
    }
    dense(slots, "critic", 1, 1, features);
    return slots;
  }

  private static void dense(List<Slot> slots, String name, double gain, int out, int in) {
    slots.add(new Slot(name + ".weight", gain, out, in));
    slots.add(Slot.bias(name, out));
  }
}
