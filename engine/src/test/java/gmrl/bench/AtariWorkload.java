package gmrl.bench;

import gmrl.atari.Returns;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The computations of a meta-gradient learner on random frames, written as a user would. */
final class AtariWorkload {
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

  record State(List<Variable> p, List<Variable> m, List<Variable> v, int step) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Rollout(
      Variable frames,
      int[] actions,
      Variable rewards,
      Variable values,
      Variable next,
      Variable masks) {}

  private final int envs;
  private final int steps;
  private final SplittableRandom random = new SplittableRandom(7);

  AtariWorkload(int envs, int steps) {
    this.envs = envs;
    this.steps = steps;
  }

  State start() {
    List<Variable> p = NatureNet.start(random, ACTIONS);
    List<Variable> v = p.stream().map(x -> Variable.full(x.type(), 1e-4, x.shape())).toList();
    return new State(p, p.stream().map(Ops::zerosLike).toList(), v, 10);
  }

  Rollout rollout() {
    int n = envs * steps;
    float[] frames = new float[n * 84 * 84 * 4];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = random.nextInt(256) / 255f;
    }
    float[] ones = new float[n + envs];
    Arrays.fill(ones, 1);
    return new Rollout(
        Variable.of(frames, n, 84, 84, 4),
        random.ints(n, 0, ACTIONS).toArray(),
        Variable.of(NatureNet.noise(random, n, 1), steps, envs),
        Variable.of(NatureNet.noise(random, n, 1), steps, envs),
        Variable.of(NatureNet.noise(random, envs, 1), envs),
        Variable.of(ones, steps + 1, envs));
  }

  double act(State state, Variable frames) {
    var out = NatureNet.apply(state.p, frames, Variable.full(frames.type(), 0.99));
    return Ops.softmax(out.logits()).get(0) + out.values().get(0);
  }

  Variable loss(List<Variable> p, Rollout r, Variable raw) {
    Variable eta = raw.sigmoid();
    Variable gamma = Ops.slice(eta, 0, 0, 1);
    Variable lambda = Ops.slice(eta, 0, 1, 2);
    Variable returns =
        Returns.gae(r.rewards, r.values, r.next, r.masks, null, gamma, lambda)
            .reshape(envs * steps);
    var out = NatureNet.apply(p, r.frames, gamma.detach());
    Variable logs = Ops.logSoftmax(out.logits());
    Variable taken = Ops.pick(logs, r.actions);
    Variable entropy = logs.exp().times(logs).sum().times(-1.0 / (envs * steps));
    Variable valueLoss = returns.minus(out.values()).square().mean();
    Variable policyLoss = returns.minus(out.values().detach()).times(taken).mean().negate();
    return Ops.slice(eta, 0, 2, 3)
        .times(valueLoss)
        .plus(policyLoss)
        .minus(Ops.slice(eta, 0, 3, 4).times(entropy));
  }

  State adam(State s, List<Variable> gradient) {
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

  double update(State state, Rollout r, Variable raw) {
    List<Variable> p = state.p.stream().map(Variable::tracked).toList();
    return adam(state, Autodiff.gradOnce(loss(p, r, raw), p)).p.get(0).get(0);
  }

  State inner(State state, Rollout r, Variable raw) {
    List<Variable> p = state.p.stream().map(x -> x.isTracked() ? x : x.tracked()).toList();
    List<Variable> gradient = Autodiff.grad(loss(p, r, raw), p);
    return adam(new State(p, state.m, state.v, state.step), gradient);
  }

  double innerAlone(State state, Rollout r, Variable raw) {
    return inner(state, r, raw.tracked()).p.get(0).get(0);
  }

  double meta(State start, List<Rollout> rollouts, Variable raw, int inner) {
    Variable eta = raw.tracked("eta");
    State state = start;
    for (int k = 0; k < inner; k++) {
      state = inner(state, rollouts.get(k), eta);
    }
    Variable outer = loss(state.p, rollouts.get(inner), raw);
    return Autodiff.gradOnce(outer, List.of(eta)).get(0).get(0);
  }
}
