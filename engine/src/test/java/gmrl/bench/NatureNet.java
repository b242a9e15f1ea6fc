package gmrl.bench;

import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The Nature network with a critic conditioned on γ, written as a user would write it. */
final class NatureNet {
  private static final Fused BIAS_RELU = Fused.of("bias relu", 2, x -> x[0].plus(x[1]).relu());
  private static final int EMBEDDING = 16;

  /** Place of what tells the critic γ. */
  private static final int CONDITION = 10;

  record Output(Variable logits, Variable values) {}

  private NatureNet() {}

  static int[][] shapes(int actions) {
    return new int[][] {
      {32, 8, 8, 4},
      {32},
      {64, 4, 4, 32},
      {64},
      {64, 3, 3, 64},
      {64},
      {512, 3136},
      {512},
      {actions, 512},
      {actions},
      {EMBEDDING, 1},
      {EMBEDDING},
      {512, 512 + EMBEDDING},
      {512},
      {1, 512},
      {1}
    };
  }

  /** Of the network whose critic is not told γ. */
  static int[][] plainShapes(int actions) {
    int[][] all = shapes(actions);
    int[][] out = Arrays.copyOf(all, CONDITION + 2);
    System.arraycopy(all, all.length - 2, out, CONDITION, 2);
    return out;
  }

  static float[] noise(SplittableRandom random, int size, float scale) {
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = (2 * (float) random.nextDouble() - 1) * scale;
    }
    return out;
  }

  /** The same with a critic that is not told γ, the network of plain A2C. */
  static List<Variable> plain(List<Variable> p, Variable frames, Variable gamma) {
    Variable x = features(p, frames);
    return List.of(
        Ops.matmul(x, p.get(8), false, true).plus(p.get(9)),
        Ops.matmul(x, p.get(CONDITION), false, true)
            .plus(p.get(CONDITION + 1))
            .reshape(frames.dim(0)));
  }

  static List<Variable> logitsAndValues(List<Variable> p, Variable frames, Variable gamma) {
    Output out = apply(p, frames, gamma);
    return List.of(out.logits(), out.values());
  }

  /** {@code frames} [n][84][84][4]; {@code gamma} one element. */
  static Output apply(List<Variable> p, Variable frames, Variable gamma) {
    int n = frames.dim(0);
    Variable x = features(p, frames);
    Variable logits = Ops.matmul(x, p.get(8), false, true).plus(p.get(9));
    Variable embedded = p.get(10).reshape(1, EMBEDDING).times(gamma).plus(p.get(11));
    Variable joined = Ops.concatenate(1, List.of(x, Ops.expand(embedded, n, EMBEDDING)));
    Variable h = BIAS_RELU.apply(Ops.matmul(joined, p.get(12), false, true), p.get(13));
    Variable values = Ops.matmul(h, p.get(14), false, true).plus(p.get(15)).reshape(n);
    return new Output(logits, values);
  }

  private static Variable features(List<Variable> p, Variable frames) {
    Variable x = Ops.conv2dRelu(frames, p.get(0), p.get(1), 4);
    x = Ops.conv2dRelu(x, p.get(2), p.get(3), 2);
    x = Ops.conv2dRelu(x, p.get(4), p.get(5), 1);
    Variable flat = x.reshape(frames.dim(0), 3136);
    return BIAS_RELU.apply(Ops.matmul(flat, p.get(6), false, true), p.get(7));
  }
}
