package gmrl.atari.learn;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.List;

/**
 * The losses of A2C and of meta-gradient RL (Xu et al. 2018) as pure functions of the parameters.
 *
 * <p>What is stopped: the recorded values inside the returns; the critic as a baseline of the
 * policy term; the outer advantage as a whole; and, unless asked otherwise, the γ that the critic
 * is told. The returns as the critic's target and inside the inner advantage are not: through them
 * γ and λ learn.
 */
final class Losses {
  private final ActorCritic network;

  Losses(ActorCritic network) {
    this.network = network;
  }

  /**
   * A loss and what it consists of.
   *
   * @param total what is differentiated
   * @param value mean (R − V)²
   * @param policy −mean (R − V) log π or its surrogate
   * @param entropy mean entropy of the policy
   */
  record Loss(Variable total, Variable value, Variable policy, Variable entropy) {}

  /**
   * c_v mean (R − V)² − mean (R − ⊥V) w − c_e H, with w the surrogate of log π.
   *
   * @param detachGamma whether the γ that a conditioned critic is told is a constant
   */
  Loss inner(
      List<Variable> p, Rollout rollout, Coefficients c, Surrogate surrogate, boolean detachGamma) {
    Variable returns = rollout.returns(c.gamma(), c.lambda());
    // The published code stops this γ: the critic should answer for it, not be moved by it.
    Variable told = detachGamma ? c.gamma().detach() : c.gamma();
    ActorCritic.Output out = network.apply(p, rollout.observations(), told);
    Variable taken = Ops.pick(out.logProbabilities(), rollout.actions());
    Variable value = returns.minus(out.values()).square().mean();
    Variable advantage = returns.minus(out.values().detach());
    Variable policy = advantage.times(surrogate.of(taken)).mean().negate();
    Variable entropy = entropy(out.logProbabilities());
    Variable total = c.valueCoef().times(value).plus(policy).minus(c.entropyCoef().times(entropy));
    return new Loss(total, value, policy, entropy);
  }

  /** {@link #inner} on one rollout; what it stops, nothing follows. */
  record Published(Losses losses, Rollout rollout, Surrogate surrogate, boolean detachGamma)
      implements AdamStep.InnerLoss {
    @Override
    public Loss at(List<Variable> p, Coefficients c) {
      return losses.inner(p, rollout, c, surrogate, detachGamma);
    }
  }

  /** log π of the actions taken [T·N]. */
  Variable taken(List<Variable> p, Rollout rollout, Variable gamma) {
    return Ops.pick(
        network.apply(p, rollout.observations(), gamma).logProbabilities(), rollout.actions());
  }

  /**
   * −mean ⊥(R − V) log π at fixed γ and λ, plus the critic's, entropy and divergence terms with
   * their weights.
   *
   * @param c weights of the value loss and the entropy, 0 allowed
   * @param ownCritic whether the rollout's values come from a critic of the outer loss alone, which
   *     is then the baseline too
   * @param before parameters at which the window began, for the divergence; constants
   * @param kl weight of KL(π ‖ π before)
   */
  Loss outer(
      List<Variable> p,
      Rollout rollout,
      Coefficients c,
      boolean ownCritic,
      List<Variable> before,
      double kl) {
    Variable returns = rollout.returns(c.gamma(), c.lambda());
    ActorCritic.Output out = network.apply(p, rollout.observations(), c.gamma());
    Variable taken = Ops.pick(out.logProbabilities(), rollout.actions());
    Variable value = returns.minus(out.values()).square().mean();
    Variable baseline = ownCritic ? rollout.values().reshape(rollout.samples()) : out.values();
    Variable policy = returns.minus(baseline).detach().times(taken).mean().negate();
    Variable entropy = entropy(out.logProbabilities());
    return new Loss(
        outerTotal(out, rollout, c, before, kl, policy, value, entropy), value, policy, entropy);
  }

  private Variable outerTotal(
      ActorCritic.Output out,
      Rollout rollout,
      Coefficients c,
      List<Variable> before,
      double kl,
      Variable policy,
      Variable value,
      Variable entropy) {
    Variable total = policy;
    if (c.valueCoef().item() != 0) {
      total = total.plus(c.valueCoef().times(value));
    }
    if (c.entropyCoef().item() != 0) {
      total = total.minus(c.entropyCoef().times(entropy));
    }
    if (kl != 0) {
      Variable old =
          network.apply(before, rollout.observations(), c.gamma()).logProbabilities().detach();
      Variable now = out.logProbabilities();
      Variable divergence = now.exp().times(now.minus(old)).sum().times(1.0 / rollout.samples());
      total = total.plus(divergence.times(kl));
    }
    return total;
  }

  private static Variable entropy(Variable logs) {
    return logs.exp().times(logs).sum().times(-1.0 / logs.dim(0));
  }
}
