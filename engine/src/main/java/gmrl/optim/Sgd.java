package gmrl.optim;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Stochastic gradient descent, optionally with momentum.
 *
 * <p>d = g + λθ; b₁ = d₁, bₜ = μ bₜ₋₁ + (1−τ) dₜ; u = −η b, or −η (d + μ b) with Nesterov's
 * correction; without momentum u = −η d (Sutskever et al. 2013, in PyTorch's form).
 *
 * @param rate η
 * @param momentum μ in [0, 1)
 * @param dampening τ in [0, 1]; the first step is never dampened
 * @param nesterov needs a positive momentum and no dampening
 * @param weightDecay λ
 */
@RecordBuilder
public record Sgd(
    Schedule rate,
    double momentum,
    double dampening,
    boolean nesterov,
    double weightDecay,
    boolean maximise)
    implements SgdBuilder.With, Optimizer {

  public Sgd {
    Hyperparameters.decay("momentum", momentum);
    Hyperparameters.require(dampening >= 0 && dampening <= 1, "dampening", "in [0, 1]", dampening);
    Hyperparameters.notNegative("weight decay", weightDecay);
    Hyperparameters.require(
        !nesterov || (momentum > 0 && dampening == 0),
        "Nesterov's correction",
        "used with a positive momentum and no dampening",
        "momentum " + momentum + " and dampening " + dampening);
  }

  /** Plain descent. */
  public static Sgd of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** Plain descent with a scheduled rate. */
  public static Sgd of(Schedule rate) {
    return new Sgd(rate, 0, 0, false, 0, false);
  }

  public Sgd withNesterov() {
    return withNesterov(true);
  }

  public Sgd maximising() {
    return withMaximise(true);
  }

  @Override
  public GradientTransform stages() {
    return momentum == 0
        ? Optimizer.chain(maximise, weightDecay, rate)
        : Optimizer.chain(maximise, weightDecay, rate, new Momentum(momentum, dampening, nesterov));
  }
}
