package gmrl.bench;

import gmrl.atari.Returns;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Times of a meta-gradient learner on Atari frames: acting, one A2C update, one differentiable
 * inner step, and an unroll of three with its meta-gradient.
 *
 * <p>Float, the Nature network, 64 environments × 5 steps. Run with {@code mvn -q -pl engine
 * test-compile exec:java@bench -Dbench=AtariSpeed}; the argument is the number of repetitions.
 */
public final class AtariSpeed {
  private static final int ENVS = 64;
  private static final int STEPS = 5;
  private static final int ACTIONS = 6;
  private static final double LEARNING_RATE = 7e-4;

  private static final Fused FIRST =
      Fused.of("adam m", 2, x -> x[0].times(0.9).plus(x[1].times(0.1)));
  private static final Fused SECOND =
      Fused.of("adam v", 2, x -> x[0].times(0.999).plus(x[1].square().times(0.001)));
  private static final Fused MOVE =
      Fused.of(
          "adam step",
          5,
          x -> x[0].minus(x[3].times(x[1]).over(x[2].sqrt().times(x[4]).plus(1e-8))));

  private record State(List<Variable> p, List<Variable> m, List<Variable> v, int step) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Rollout(
      Variable frames,
      int[] actions,
      Variable rewards,
      Variable values,
      Variable next,
      Variable masks) {}

  private AtariSpeed() {}

  public static void main(String[] args) {
    int repetitions = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    SplittableRandom random = new SplittableRandom(7);
    try (Scope run = Scope.open()) {
      State state = start(random);
      List<Rollout> rollouts = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        rollouts.add(rollout(random));
      }
      Variable few = Ops.slice(rollouts.get(0).frames, 0, 0, ENVS);
      Variable raw = Variable.of(new float[] {4.6f, 2.944f, 0, -4.6f}, 4);
      measure("acting, 64 environments", 15, repetitions * 4, () -> act(state, few));
      measure("A2C update", 200, repetitions, () -> update(state, rollouts.get(0), raw));
      measure(
          "differentiable inner step",
          250,
          repetitions,
          () -> innerAlone(state, rollouts.get(0), raw));
      measure(
          "K=3 unroll and meta-gradient", 2000, repetitions, () -> meta(state, rollouts, raw, 3));
      System.out.printf("array memory in use at the end: %.0f MB%n", run.bytesInUse() / 1e6);
    }
  }

  private static void measure(String what, double target, int repetitions, Supplier<Double> body) {
    double[] wall = new double[repetitions];
    double cpu = Double.POSITIVE_INFINITY;
    double result = 0;
    long bytes = 0;
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int i = 0; i < repetitions; i++) {
      long cpuStart = system.getProcessCpuTime();
      long start = System.nanoTime();
      try (Scope scope = Scope.open()) {
        result = body.get();
        bytes = Math.max(bytes, scope.bytesReserved());
      }
      wall[i] = (System.nanoTime() - start) / 1e6;
      cpu = Math.min(cpu, (system.getProcessCpuTime() - cpuStart) / 1e6);
    }
    Arrays.sort(wall);
    System.out.printf(
        "%-30s best %7.1f ms  median %7.1f ms  processor %7.1f ms  wanted %5.0f ms  arrays %4.0f MB"
            + "  (%.6g)%n",
        what, wall[0], wall[repetitions / 2], cpu, target, bytes / 1e6, result);
  }

  private static State start(SplittableRandom random) {
    List<Variable> p = NatureNet.start(random, ACTIONS);
    List<Variable> v = p.stream().map(x -> Variable.full(x.type(), 1e-4, x.shape())).toList();
    return new State(p, p.stream().map(Ops::zerosLike).toList(), v, 10);
  }

  private static Rollout rollout(SplittableRandom random) {
    int n = ENVS * STEPS;
    float[] frames = new float[n * 84 * 84 * 4];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = random.nextInt(256) / 255f;
    }
    float[] ones = new float[n + ENVS];
    Arrays.fill(ones, 1);
    return new Rollout(
        Variable.of(frames, n, 84, 84, 4),
        random.ints(n, 0, ACTIONS).toArray(),
        Variable.of(NatureNet.noise(random, n, 1), STEPS, ENVS),
        Variable.of(NatureNet.noise(random, n, 1), STEPS, ENVS),
        Variable.of(NatureNet.noise(random, ENVS, 1), ENVS),
        Variable.of(ones, STEPS + 1, ENVS));
  }

  private static double act(State state, Variable frames) {
    var out = NatureNet.apply(state.p, frames, Variable.full(frames.type(), 0.99));
    return Ops.softmax(out.logits()).get(0) + out.values().get(0);
  }

  private static Variable loss(List<Variable> p, Rollout r, Variable raw) {
    Variable eta = raw.sigmoid();
    Variable gamma = Ops.slice(eta, 0, 0, 1);
    Variable lambda = Ops.slice(eta, 0, 1, 2);
    Variable returns =
        Returns.gae(r.rewards, r.values, r.next, r.masks, null, gamma, lambda)
            .reshape(ENVS * STEPS);
    var out = NatureNet.apply(p, r.frames, gamma.detach());
    Variable logs = Ops.logSoftmax(out.logits());
    Variable taken = Ops.pick(logs, r.actions);
    Variable entropy = logs.exp().times(logs).sum().times(-1.0 / (ENVS * STEPS));
    Variable valueLoss = returns.minus(out.values()).square().mean();
    Variable policyLoss = returns.minus(out.values().detach()).times(taken).mean().negate();
    return Ops.slice(eta, 0, 2, 3)
        .times(valueLoss)
        .plus(policyLoss)
        .minus(Ops.slice(eta, 0, 3, 4).times(entropy));
  }

  private static State adam(State s, List<Variable> gradient) {
    int step = s.step + 1;
    double norm = Ops.norm(gradient.stream().map(Variable::detach).toList()).item();
    double clip = Math.min(1, 0.5 / (norm + 1e-6));
    Variable rate =
        Variable.full(gradient.get(0).type(), LEARNING_RATE / (1 - Math.pow(0.9, step)));
    Variable root = Variable.full(gradient.get(0).type(), 1 / Math.sqrt(1 - Math.pow(0.999, step)));
    List<Variable> p = new ArrayList<>();
    List<Variable> m = new ArrayList<>();
    List<Variable> v = new ArrayList<>();
    for (int i = 0; i < gradient.size(); i++) {
      Variable g = Ops.finiteCotangent(gradient.get(i).times(clip));
      m.add(FIRST.apply(s.m.get(i), g));
      v.add(SECOND.apply(s.v.get(i), g));
      p.add(MOVE.apply(s.p.get(i), m.get(i), v.get(i), rate, root));
    }
    return new State(p, m, v, step);
  }

  private static double update(State state, Rollout r, Variable raw) {
    List<Variable> p = state.p.stream().map(Variable::tracked).toList();
    return adam(state, Autodiff.gradOnce(loss(p, r, raw), p)).p.get(0).get(0);
  }

  private static State inner(State state, Rollout r, Variable raw) {
    List<Variable> p = state.p.stream().map(x -> x.isTracked() ? x : x.tracked()).toList();
    List<Variable> gradient = Autodiff.grad(loss(p, r, raw), p);
    return adam(new State(p, state.m, state.v, state.step), gradient);
  }

  private static double innerAlone(State state, Rollout r, Variable raw) {
    return inner(state, r, raw.tracked()).p.get(0).get(0);
  }

  private static double meta(State start, List<Rollout> rollouts, Variable raw, int steps) {
    Variable eta = raw.tracked("eta");
    State state = start;
    for (int k = 0; k < steps; k++) {
      state = inner(state, rollouts.get(k), eta);
    }
    Variable outer = loss(state.p, rollouts.get(steps), raw);
    return Autodiff.gradOnce(outer, List.of(eta)).get(0).get(0);
  }
}
