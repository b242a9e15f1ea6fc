package gmrl.optim;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * RMSProp (Tieleman and Hinton 2012), optionally centred and with momentum.
 *
 * <p>d = g + λθ; v = αv + (1−α)d²; r = d/(√v + ε), or centred, with m = αm + (1−α)d, r = d/(√(v −
 * m²) + ε); then momentum on r as in {@link Sgd}; u = −η r.
 *
 * <p>Where all gradients have been 0, ∂u/∂g = −η/ε and second derivatives are taken as 0. Whether a
 * step is the first is part of the state (in the reference library it is not).
 *
 * @param rate η
 * @param alpha α
 * @param eps ε
 * @param momentum μ
 * @param nesterov needs a positive momentum
 * @param initialScale v before the first update
 * @param weightDecay λ
 */
@RecordBuilder
public record RmsProp(
    Schedule rate,
    double alpha,
    double eps,
    double momentum,
    boolean nesterov,
    boolean centred,
    double initialScale,
    double weightDecay,
    boolean maximise)
    implements RmsPropBuilder.With, Optimizer {

  public RmsProp {
    Hyperparameters.decay("decay rate", alpha);
    Hyperparameters.notNegative("eps", eps);
    Hyperparameters.decay("momentum", momentum);
    Hyperparameters.notNegative("initial scale", initialScale);
    Hyperparameters.notNegative("weight decay", weightDecay);
    Hyperparameters.require(
        !nesterov || momentum > 0,
        "Nesterov's correction",
        "used with a positive momentum",
        momentum);
  }

  /** The usual hyperparameters. */
  public static RmsProp of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** The usual hyperparameters with a scheduled rate. */
  public static RmsProp of(Schedule rate) {
    return new RmsProp(rate, 0.99, 1e-8, 0, false, false, 0, 0, false);
  }

  public RmsProp withNesterov() {
    return withNesterov(true);
  }

  public RmsProp centring() {
    return withCentred(true);
  }

  public RmsProp maximising() {
    return withMaximise(true);
  }

  @Override
  public GradientTransform stages() {
    LeafRule direction = new RmsDirection(alpha, eps, centred, initialScale);
    return momentum == 0
        ? Optimizer.chain(maximise, weightDecay, rate, direction)
        : Optimizer.chain(
            maximise, weightDecay, rate, direction, new Momentum(momentum, 0, nesterov));
  }
}
