package gmrl.atari.learn;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derivative, by the raw meta-parameters, of what K inner updates lead to, with nothing
 * stopped: through the updates as they are made (recorded values, baselines, the γ that the critic
 * is told and the clip factor move with θ and φ), and through the actions that later iterates draw.
 *
 * <p>The second part is that of infinitely many environments. There an inner gradient is an
 * expectation, and an environment's actions reach it and the outcome only through what that
 * environment shows and pays from then on. So every environment's terms are weighted with its own
 * likelihood ratio
 *
 * <pre>
 *   w_i = 1 + ρ_i − mean of the other copies' ρ,   ρ_i = Π π_θᵏ(a)/⊥π_θᵏ(a),   k = 1 … now,
 * </pre>
 *
 * <p>which is 1 and whose derivative is the environment's score; the other copies of the same first
 * state are its baseline. The products of one environment's score with another's reward, whose
 * expectation vanishes with their number, are left out; they are nearly all of the variance of the
 * derivative for a few environments.
 *
 * @param copies of each first state, environment i being one of state i mod (N / copies); 1 for no
 *     second part
 */
record FullGradient(ActorCritic network, InnerRule rule, int copies) {

  /**
   * What an update saw.
   *
   * @param last what is seen after the last step [N]
   */
  record Batch(Rollout rollout, Variable last) {
    int environments() {
      return rollout.rewards().dim(1);
    }
  }

  /** What is to grow. */
  @FunctionalInterface
  interface Outcome {
    /**
     * One number.
     *
     * @param p parameters after the last update
     * @param weights of the environments [N], 1 with the scores as derivatives; null if all is held
     *     fixed
     */
    Variable at(List<Variable> p, @Nullable Variable weights);
  }

  /** The derivative by each raw meta-parameter. */
  double[] of(Learner start, Variable raw, List<Batch> batches, Outcome outcome) {
    Variable phi = raw.detach().tracked("raw");
    Coefficients c = Coefficients.ofRaw(phi);
    Learner at = start.constants();
    Variable ratio = null;
    for (int k = 0; k < batches.size(); k++) {
      Batch batch = batches.get(k);
      // The policy of the first batch is given; those after it are what the updates made of it.
      ActorCritic.Output then =
          network.apply(
              at.p(),
              Ops.concatenate(0, List.of(batch.rollout().observations(), batch.last())),
              c.gamma());
      if (k > 0 && copies > 1) {
        Variable own = logProbability(then, batch);
        ratio = ratio == null ? own : ratio.plus(own);
      }
      List<Variable> p =
          at.p().stream().map(x -> x.isTracked() ? Ops.identity(x) : x.tracked()).toList();
      Variable loss = loss(p, then.values(), batch, c, weights(ratio));
      List<Variable> gradient = new ArrayList<>();
      Autodiff.grad(loss, p).forEach(g -> gradient.add(Ops.finiteCotangent(g)));
      at = rule.differentiable().apply(at, gradient);
    }
    Variable value = outcome.at(at.p(), weights(ratio));
    return Autodiff.gradOnce(value, List.of(phi)).get(0).toDoubles();
  }

  /** log π of all actions of each environment [N]. */
  private Variable logProbability(ActorCritic.Output then, Batch batch) {
    int samples = batch.rollout().samples();
    Variable logs = Ops.slice(then.logProbabilities(), 0, 0, samples);
    Variable taken = Ops.pick(logs, batch.rollout().actions());
    int n = batch.environments();
    return taken.reshape(samples / n, n).sum(0);
  }

  private @Nullable Variable weights(@Nullable Variable ratio) {
    if (ratio == null) {
      return null;
    }
    Variable own = ratio.minus(ratio.detach()).exp();
    return own.minus(meanOfOthers(own)).plus(1);
  }

  /** Mean over the other copies of the same first state [N]. */
  private Variable meanOfOthers(Variable x) {
    int states = x.size() / copies;
    Variable sum = x.reshape(copies, states).sum(0).reshape(1, states);
    Variable all = Ops.expand(sum, copies, states).reshape(x.size());
    return all.minus(x).times(1.0 / (copies - 1));
  }

  /** The same of plain numbers. */
  double[] meanOfOthers(double[] x) {
    int states = x.length / copies;
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = i % states; j < x.length; j += states) {
        out[i] += j == i ? 0 : x[j] / (copies - 1);
      }
    }
    return out;
  }

  /**
   * The published inner loss, each sample weighted.
   *
   * @param values of the critic at the iterate [(T+1)·N], of which everything that the loss treats
   *     as given is made
   */
  private Variable loss(
      List<Variable> p, Variable values, Batch batch, Coefficients c, @Nullable Variable weights) {
    Rollout rollout = batch.rollout();
    int n = batch.environments();
    int samples = rollout.samples();
    Variable baseline = Ops.slice(values, 0, 0, samples);
    Rollout live =
        new Rollout(
            rollout.observations(),
            rollout.actions(),
            rollout.rewards(),
            baseline.reshape(samples / n, n),
            Ops.slice(values, 0, samples, samples + n),
            rollout.masks(),
            rollout.limits(),
            rollout.beyond());
    Variable returns = live.returns(c.gamma(), c.lambda());
    ActorCritic.Output out = network.apply(p, rollout.observations(), c.gamma());
    Variable logs = out.logProbabilities();
    Variable value = returns.minus(out.values()).square();
    Variable policy = returns.minus(baseline).times(Ops.pick(logs, rollout.actions()));
    Variable negentropy = logs.exp().times(logs).sum(1);
    Variable each =
        c.valueCoef().times(value).minus(policy).plus(c.entropyCoef().times(negentropy));
    return weights == null
        ? each.mean()
        : each.reshape(samples / n, n).times(weights.reshape(1, n)).mean();
  }
}
