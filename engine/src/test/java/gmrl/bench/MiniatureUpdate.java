package gmrl.bench;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Recorded;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Times of a learner on miniature games: acting for 64 environments, one A2C update of 64 × 5
 * steps, and three differentiable inner steps with their meta-gradient; each built anew and
 * recorded, in turn.
 *
 * <p>The network is a convolution of 16 3×3 kernels and a dense layer of 128. Prints the least
 * wall-clock and processor time per call over blocks, and apart from them what the first call took.
 * The argument is the number of blocks.
 */
public final class MiniatureUpdate {
  private static final int ENVS = 64;
  private static final int STEPS = 5;
  private static final int SIDE = 10;
  private static final int CHANNELS = 4;
  private static final int ACTIONS = 6;
  private static final int FLAT = 16 * (SIDE - 2) * (SIDE - 2);

  private static final Fused BIAS_RELU = Fused.of("bias relu", 2, x -> x[0].plus(x[1]).relu());
  private static final Fused FIRST =
      Fused.of("adam m", 2, x -> x[0].times(0.9).plus(x[1].times(0.1)));
  private static final Fused SECOND =
      Fused.of("adam v", 2, x -> x[0].times(0.999).plus(x[1].square().times(0.001)));
  private static final Fused MOVE =
      Fused.of(
          "adam step",
          5,
          x -> x[0].minus(x[3].times(x[1]).over(x[2].sqrt().times(x[4]).plus(1e-8))));

  private static final SplittableRandom RANDOM = new SplittableRandom(3);
  private static final int[][] SHAPES = {
    {16, 3, 3, CHANNELS}, {16}, {128, FLAT}, {128}, {ACTIONS, 128}, {ACTIONS}, {1, 128}, {1}
  };
  private static final int P = SHAPES.length;

  /** A batch: frames, actions, rewards, values, masks. */
  private static final int DATA = 5;

  private MiniatureUpdate() {}

  private static List<Variable> learner() {
    List<Variable> out = new ArrayList<>();
    for (int[] shape : SHAPES) {
      int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      float scale = shape.length == 1 ? 0.01f : (float) Math.sqrt(3.0 * shape[0] / size);
      out.add(Variable.of(NatureNet.noise(RANDOM, size, scale), shape));
    }
    for (int i = 0; i < P; i++) {
      out.add(Ops.zerosLike(out.get(i)));
    }
    for (int i = 0; i < P; i++) {
      out.add(Variable.full(out.get(i).type(), 1e-4, SHAPES[i]));
    }
    return out;
  }

  private static List<Variable> batch() {
    int n = ENVS * STEPS;
    float[] frames = new float[n * SIDE * SIDE * CHANNELS];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = RANDOM.nextDouble() < 0.15 ? 1 : 0;
    }
    float[] actions = new float[n];
    float[] masks = new float[n];
    for (int i = 0; i < n; i++) {
      actions[i] = RANDOM.nextInt(ACTIONS);
      masks[i] = RANDOM.nextDouble() < 0.97 ? 1 : 0;
    }
    return List.of(
        Variable.of(frames, n, SIDE, SIDE, CHANNELS),
        Variable.of(actions, n),
        Variable.of(NatureNet.noise(RANDOM, n, 1), STEPS, ENVS),
        Variable.of(NatureNet.noise(RANDOM, n + ENVS, 1), STEPS + 1, ENVS),
        Variable.of(masks, STEPS, ENVS));
  }

  /** Logits and values. */
  private static List<Variable> network(List<Variable> p, Variable frames) {
    int n = frames.dim(0);
    Variable h = BIAS_RELU.apply(Ops.conv2d(frames, p.get(0), 1), p.get(1)).reshape(n, FLAT);
    h = BIAS_RELU.apply(Ops.matmul(h, p.get(2), false, true), p.get(3));
    return List.of(
        Ops.matmul(h, p.get(4), false, true).plus(p.get(5)),
        Ops.matmul(h, p.get(6), false, true).plus(p.get(7)).reshape(n));
  }

  private static List<Variable> act(List<Variable> in) {
    List<Variable> out = network(in, in.get(3 * P));
    return List.of(Ops.softmax(out.get(0)), out.get(1));
  }

  /** γ, λ, value and entropy coefficient, each of one element. */
  private static Variable loss(List<Variable> p, List<Variable> data, List<Variable> eta) {
    List<Variable> out = network(p, data.get(0));
    int n = ENVS * STEPS;
    Variable gamma = eta.get(0);
    Variable lambda = eta.get(1);
    List<Variable> returns = new ArrayList<>();
    Variable advantage = Variable.full(gamma.type(), 0, 1, ENVS);
    for (int t = STEPS - 1; t >= 0; t--) {
      Variable mask = Ops.slice(data.get(4), 0, t, t + 1);
      Variable now = Ops.slice(data.get(3), 0, t, t + 1);
      Variable next = Ops.slice(data.get(3), 0, t + 1, t + 2);
      Variable delta =
          Ops.slice(data.get(2), 0, t, t + 1).plus(gamma.times(next).times(mask)).minus(now);
      advantage = delta.plus(gamma.times(lambda).times(mask).times(advantage));
      returns.add(0, advantage.plus(now));
    }
    Variable target = Ops.concatenate(0, returns).reshape(n);
    Variable logs = Ops.logSoftmax(out.get(0));
    Variable policy =
        target.minus(out.get(1).detach()).times(Ops.pick(logs, data.get(1))).mean().negate();
    Variable value = target.minus(out.get(1)).square().mean();
    Variable entropy = logs.exp().times(logs).sum().times(-1.0 / n);
    return policy.plus(value.times(eta.get(2))).minus(entropy.times(eta.get(3)));
  }

  private static List<Variable> fixed(Variable like) {
    List<Variable> out = new ArrayList<>();
    for (double value : new double[] {0.99, 0.95, 0.5, 0.01}) {
      out.add(Variable.full(like.type(), value, 1));
    }
    return out;
  }

  /** Parameters and means after clipped Adam. */
  private static List<Variable> adam(List<Variable> learner, List<Variable> g, List<Variable> c) {
    Variable norm = Ops.norm(g.stream().map(Variable::detach).toList());
    Variable clip = Ops.minimum(norm.plus(1e-6).pow(-1).times(0.5), Variable.full(norm.type(), 1));
    List<Variable> out = new ArrayList<>(learner);
    for (int i = 0; i < P; i++) {
      Variable clipped = g.get(i).times(clip);
      Variable m = FIRST.apply(learner.get(P + i), clipped);
      Variable v = SECOND.apply(learner.get(2 * P + i), clipped);
      out.set(i, MOVE.apply(learner.get(i), m, v, c.get(0), c.get(1)));
      out.set(P + i, m);
      out.set(2 * P + i, v);
    }
    return out;
  }

  private static List<Variable> update(List<Variable> in) {
    List<Variable> p = in.subList(0, P).stream().map(Variable::tracked).toList();
    List<Variable> data = in.subList(3 * P, 3 * P + DATA);
    Variable loss = loss(p, data, fixed(in.get(0)));
    return adam(
        in.subList(0, 3 * P),
        Autodiff.gradOnce(loss, p),
        in.subList(3 * P + DATA, 3 * P + DATA + 2));
  }

  /** Meta-gradient of three inner steps; the last batch is the outer one. */
  private static List<Variable> meta(List<Variable> in) {
    Variable raw = in.get(in.size() - 1).tracked();
    List<Variable> eta = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      eta.add(Ops.slice(raw.sigmoid(), 0, i, i + 1));
    }
    List<Variable> learner = new ArrayList<>(in.subList(0, 3 * P));
    for (int i = 0; i < P; i++) {
      learner.set(i, learner.get(i).tracked());
    }
    int at = 3 * P;
    List<Variable> c = in.subList(in.size() - 3, in.size() - 1);
    for (int k = 0; k < 3; k++) {
      List<Variable> p = learner.subList(0, P);
      List<Variable> g = Autodiff.grad(loss(p, in.subList(at, at + DATA), eta), p);
      learner = adam(learner, g, c);
      at += DATA;
    }
    Variable outer = loss(learner.subList(0, P), in.subList(at, at + DATA), fixed(raw));
    List<Variable> out = new ArrayList<>(Autodiff.gradOnce(outer, List.of(raw)));
    learner.forEach(x -> out.add(x.detach()));
    return out;
  }

  public static void main(String[] args) {
    int blocks = args.length == 0 ? 15 : Integer.parseInt(args[0]);
    try (Scope run = Scope.open()) {
      compare("acting, 64 environments", MiniatureUpdate::act, acting(), blocks, 200);
      compare("A2C update, 320 steps", MiniatureUpdate::update, updating(1), blocks, 10);
      compare("K = 3 and meta-gradient", MiniatureUpdate::meta, metaStep(), blocks, 3);
      System.out.printf(Locale.ROOT, "arrays %.0f MB%n", run.bytesReserved() / 1e6);
    }
  }

  private static List<Variable> acting() {
    List<Variable> in = learner();
    in.add(Ops.slice(batch().get(0), 0, 0, ENVS));
    return in;
  }

  /** The learner, batches, and Adam's two corrections. */
  private static List<Variable> updating(int batches) {
    List<Variable> in = learner();
    for (int i = 0; i < batches; i++) {
      in.addAll(batch());
    }
    in.add(Variable.of(new float[] {7e-4f}, 1));
    in.add(Variable.of(new float[] {1}, 1));
    return in;
  }

  private static List<Variable> metaStep() {
    List<Variable> in = updating(4);
    in.add(Variable.of(new float[] {4.6f, 2.944f, 0, -4.6f}, 4));
    return in;
  }

  private static void compare(
      String what,
      Function<List<Variable>, List<Variable>> f,
      List<Variable> in,
      int blocks,
      int calls) {
    try (Recorded recorded = Recorded.of(f)) {
      long begin = System.nanoTime();
      run(recorded::apply, in);
      double first = (System.nanoTime() - begin) / 1e6;
      double[] anew = {1e9, 1e9};
      double[] again = {1e9, 1e9};
      for (int i = 0; i < blocks; i++) {
        block(f, in, calls, anew);
        block(recorded::apply, in, calls, again);
      }
      System.out.printf(
          Locale.ROOT,
          "%-26s built anew %7.3f ms (processor %7.3f)   recorded %7.3f ms (processor %7.3f)"
              + "   first call %5.0f ms, %.1f MB%n",
          what,
          anew[0],
          anew[1],
          again[0],
          again[1],
          first,
          recorded.bytesReserved() / 1e6);
    }
  }

  private static void block(
      Function<List<Variable>, List<Variable>> f, List<Variable> in, int calls, double[] least) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      run(f, in);
      least[0] = Math.min(least[0], (System.nanoTime() - start) / 1e6);
    }
    least[1] = Math.min(least[1], (system.getProcessCpuTime() - cpu) / 1e6 / calls);
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static void run(Function<List<Variable>, List<Variable>> f, List<Variable> in) {
    try (Scope scope = Scope.open()) {
      double number = f.apply(in).get(0).get(0);
      if (!Double.isFinite(number)) {
        throw new IllegalStateException("result " + number);
      }
    }
  }
}
