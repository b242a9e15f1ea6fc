package gmrl.bench;

import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.List;

/** A convolution of 16 3×3 kernels and a dense layer of 128, written as a user would write it. */
final class MiniatureNet {
  static final int SIDE = 10;
  static final int CHANNELS = 4;
  private static final int FLAT = 16 * (SIDE - 2) * (SIDE - 2);
  private static final Fused BIAS_RELU = Fused.of("bias relu", 2, x -> x[0].plus(x[1]).relu());

  private MiniatureNet() {}

  static int[][] shapes(int actions) {
    return new int[][] {
      {16, 3, 3, CHANNELS}, {16}, {128, FLAT}, {128}, {actions, 128}, {actions}, {1, 128}, {1}
    };
  }

  /** {@code frames} [n][10][10][4]; the critic is not conditioned. */
  static List<Variable> logitsAndValues(List<Variable> p, Variable frames, Variable gamma) {
    int n = frames.dim(0);
    Variable h = Ops.conv2dRelu(frames, p.get(0), p.get(1), 1).reshape(n, FLAT);
    h = BIAS_RELU.apply(Ops.matmul(h, p.get(2), false, true), p.get(3));
    return List.of(
        Ops.matmul(h, p.get(4), false, true).plus(p.get(5)),
        Ops.matmul(h, p.get(6), false, true).plus(p.get(7)).reshape(n));
  }
}
