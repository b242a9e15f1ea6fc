package gmrl.bench;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The computations of a meta-gradient learner on random frames, as functions of lists of arrays
 * that can be recorded.
 *
 * <p>A learner is the parameters, Adam's means of each and its means of their squares; a batch is
 * frames, actions, rewards [T][N], values [T+1][N] and masks [T][N].
 */
final class LearnerWorkload {
  static final int ENVS = 64;
  static final int STEPS = 5;
  static final int ACTIONS = 6;
  private static final int BATCH = 5;

  private static final Fused FIRST =
      Fused.of("adam m", 2, x -> x[0].times(0.9).plus(x[1].times(0.1)));
  private static final Fused SECOND =
      Fused.of("adam v", 2, x -> x[0].times(0.999).plus(x[1].square().times(0.001)));
  private static final Fused MOVE =
      Fused.of(
          "adam step",
          5,
          x -> x[0].minus(x[3].times(x[1]).over(x[2].sqrt().times(x[4]).plus(1e-8))));

  /** Logits [n][actions] and values [n] from parameters, frames and γ of one element. */
  interface Network {
    List<Variable> apply(List<Variable> p, Variable frames, Variable gamma);
  }

  private final Network network;
  private final int[][] shapes;
  private final int[] frame;
  private final double lit;
  private final int envs;
  private final int steps;
  private final int count;
  private final SplittableRandom random = new SplittableRandom(7);
  private final int[] actions;

  /**
   * @param shapes of the parameters
   * @param frame rows, columns and channels
   * @param lit share of cells that are 1; 0 for bytes of any value
   */
  LearnerWorkload(Network network, int[][] shapes, int[] frame, double lit, int envs, int steps) {
    this.network = network;
    this.shapes = shapes;
    this.frame = frame;
    this.lit = lit;
    this.envs = envs;
    this.steps = steps;
    this.count = shapes.length;
    this.actions = new int[envs];
  }

  static LearnerWorkload nature(int envs, int steps) {
    return new LearnerWorkload(
        NatureNet::logitsAndValues,
        NatureNet.shapes(ACTIONS),
        new int[] {84, 84, 4},
        0,
        envs,
        steps);
  }

  /** The network of plain A2C, whose critic is not told γ. */
  static LearnerWorkload naturePlain(int envs, int steps) {
    return new LearnerWorkload(
        NatureNet::plain, NatureNet.plainShapes(ACTIONS), new int[] {84, 84, 4}, 0, envs, steps);
  }

  static LearnerWorkload miniature() {
    return new LearnerWorkload(
        MiniatureNet::logitsAndValues,
        MiniatureNet.shapes(ACTIONS),
        new int[] {MiniatureNet.SIDE, MiniatureNet.SIDE, MiniatureNet.CHANNELS},
        0.15,
        ENVS,
        STEPS);
  }

  private List<Variable> learner() {
    List<Variable> out = new ArrayList<>();
    for (int[] shape : shapes) {
      int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      float scale = shape.length == 1 ? 0.01f : (float) Math.sqrt(3.0 * shape[0] / size);
      out.add(Variable.of(noise(size, scale), shape));
    }
    for (int[] shape : shapes) {
      out.add(Ops.zeros(DataType.FLOAT, shape));
    }
    for (int[] shape : shapes) {
      out.add(Variable.full(DataType.FLOAT, 1e-4, shape));
    }
    return out;
  }

  private float[] noise(int size, float scale) {
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = (2 * (float) random.nextDouble() - 1) * scale;
    }
    return out;
  }

  private Variable frames(int n) {
    float[] frames = new float[n * frame[0] * frame[1] * frame[2]];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = lit == 0 ? random.nextInt(256) / 255f : random.nextDouble() < lit ? 1 : 0;
    }
    return Variable.of(frames, n, frame[0], frame[1], frame[2]);
  }

  private List<Variable> batch() {
    int n = envs * steps;
    float[] actions = new float[n];
    float[] masks = new float[n];
    for (int i = 0; i < n; i++) {
      actions[i] = random.nextInt(ACTIONS);
      masks[i] = random.nextDouble() < 0.97 ? 1 : 0;
    }
    return List.of(
        frames(n),
        Variable.of(actions, n),
        Variable.of(noise(n, 1), steps, envs),
        Variable.of(noise(n + envs, 1), steps + 1, envs),
        Variable.of(masks, steps, envs));
  }

  private static Variable one(double value) {
    return Variable.full(DataType.FLOAT, value, 1);
  }

  // Acting: learner, frames.

  List<Variable> actingInput() {
    List<Variable> in = learner();
    in.add(frames(envs));
    return in;
  }

  List<Variable> act(List<Variable> in) {
    List<Variable> out = network.apply(in.subList(0, count), in.get(3 * count), one(0.99));
    return List.of(Ops.softmax(out.get(0)), out.get(1));
  }

  /** One action for each environment from the probabilities that acting gives. */
  void sample(List<Variable> out) {
    float[] probabilities = out.get(0).toFloats();
    for (int i = 0; i < envs; i++) {
      double left = random.nextDouble();
      int a = -1;
      while (left >= 0 && ++a < ACTIONS - 1) {
        left -= probabilities[i * ACTIONS + a];
      }
      actions[i] = a;
    }
  }

  // An update: learner, batch, Adam's rate and root with their corrections.

  List<Variable> updateInput() {
    return input(1);
  }

  private List<Variable> input(int batches) {
    List<Variable> in = learner();
    for (int i = 0; i < batches; i++) {
      in.addAll(batch());
    }
    in.add(one(7e-4));
    in.add(one(1));
    return in;
  }

  /** The learner after one update of A2C. */
  List<Variable> update(List<Variable> in) {
    List<Variable> p = in.subList(0, count).stream().map(Variable::tracked).toList();
    int at = 3 * count;
    Variable loss = loss(p, in.subList(at, at + BATCH), fixed());
    List<Variable> corrections = in.subList(at + BATCH, at + BATCH + 2);
    return adam(in.subList(0, at), Autodiff.gradOnce(loss, p), corrections);
  }

  // Differentiable steps: as an update, with a batch more than steps, and raw meta-parameters.

  List<Variable> metaInput(int inner) {
    List<Variable> in = input(inner + 1);
    in.add(Variable.of(new float[] {4.6f, 2.944f, 0, -4.6f}, 4));
    return in;
  }

  /** The learner after one step that could be differentiated. */
  List<Variable> innerStep(List<Variable> in) {
    Variable raw = in.get(in.size() - 1).tracked();
    return unrolled(in, raw, 1).stream().map(Variable::detach).toList();
  }

  /** The meta-gradient and the learner at the end. */
  List<Variable> meta(List<Variable> in) {
    Variable raw = in.get(in.size() - 1).tracked();
    int inner = (in.size() - 3 * count - 3) / BATCH - 1;
    List<Variable> learner = unrolled(in, raw, inner);
    int at = 3 * count + inner * BATCH;
    Variable outer = loss(learner.subList(0, count), in.subList(at, at + BATCH), fixed());
    List<Variable> out = new ArrayList<>(Autodiff.gradOnce(outer, List.of(raw)));
    learner.forEach(x -> out.add(x.detach()));
    return out;
  }

  private List<Variable> unrolled(List<Variable> in, Variable raw, int inner) {
    List<Variable> eta = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      eta.add(Ops.slice(raw.sigmoid(), 0, i, i + 1));
    }
    List<Variable> learner = new ArrayList<>(in.subList(0, 3 * count));
    learner.replaceAll(Variable::tracked);
    int at = 3 * count;
    List<Variable> corrections = in.subList(in.size() - 3, in.size() - 1);
    for (int k = 0; k < inner; k++) {
      List<Variable> p = learner.subList(0, count);
      Variable loss = loss(p, in.subList(at, at + BATCH), eta);
      learner = adam(learner, Autodiff.grad(loss, p), corrections);
      at += BATCH;
    }
    return learner;
  }

  private static List<Variable> fixed() {
    return List.of(one(0.99), one(0.95), one(0.5), one(0.01));
  }

  /** {@code eta}: γ, λ, value and entropy coefficient. */
  private Variable loss(List<Variable> p, List<Variable> data, List<Variable> eta) {
    Variable gamma = eta.get(0);
    Variable trace = eta.get(0).times(eta.get(1));
    List<Variable> out = network.apply(p, data.get(0), gamma.detach());
    int n = envs * steps;
    List<Variable> returns = new ArrayList<>();
    Variable advantage = Ops.zeros(DataType.FLOAT, 1, envs);
    for (int t = steps - 1; t >= 0; t--) {
      Variable mask = Ops.slice(data.get(4), 0, t, t + 1);
      Variable now = Ops.slice(data.get(3), 0, t, t + 1);
      Variable next = Ops.slice(data.get(3), 0, t + 1, t + 2).times(mask);
      Variable delta = Ops.slice(data.get(2), 0, t, t + 1).plus(gamma.times(next)).minus(now);
      advantage = delta.plus(trace.times(mask).times(advantage));
      returns.add(0, advantage.plus(now));
    }
    Variable target = Ops.concatenate(0, returns).reshape(n);
    Variable values = out.get(1);
    Variable logs = Ops.logSoftmax(out.get(0));
    Variable taken = Ops.pick(logs, data.get(1));
    Variable policy = target.minus(values.detach()).times(taken).mean().negate();
    Variable value = target.minus(values).square().mean();
    Variable entropy = logs.exp().times(logs).sum().times(-1.0 / n);
    return policy.plus(value.times(eta.get(2))).minus(entropy.times(eta.get(3)));
  }

  private List<Variable> adam(
      List<Variable> learner, List<Variable> gradient, List<Variable> corrections) {
    Variable norm = Ops.norm(gradient.stream().map(Variable::detach).toList());
    Variable clip = Ops.minimum(norm.plus(1e-6).pow(-1).times(0.5), Variable.full(norm.type(), 1));
    List<Variable> out = new ArrayList<>(learner);
    for (int i = 0; i < count; i++) {
      Variable g = Ops.finiteCotangent(gradient.get(i).times(clip));
      Variable m = FIRST.apply(learner.get(count + i), g);
      Variable v = SECOND.apply(learner.get(2 * count + i), g);
      out.set(i, MOVE.apply(learner.get(i), m, v, corrections.get(0), corrections.get(1)));
      out.set(count + i, m);
      out.set(2 * count + i, v);
    }
    return out;
  }
}
