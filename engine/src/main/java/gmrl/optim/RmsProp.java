package gmrl.optim;

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
    implements Optimizer {

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

  public RmsProp withAlpha(double value) {
    return new RmsProp(
        rate, value, eps, momentum, nesterov, centred, initialScale, weightDecay, maximise);
  }

  public RmsProp withEps(double value) {
    return new RmsProp(
        rate, alpha, value, momentum, nesterov, centred, initialScale, weightDecay, maximise);
  }

  public RmsProp withMomentum(double value) {
    return new RmsProp(
        rate, alpha, eps, value, nesterov, centred, initialScale, weightDecay, maximise);
  }

  public RmsProp withNesterov() {
    return new RmsProp(
        rate, alpha, eps, momentum, true, centred, initialScale, weightDecay, maximise);
  }

  public RmsProp centring() {
    return new RmsProp(
        rate, alpha, eps, momentum, nesterov, true, initialScale, weightDecay, maximise);
  }

  public RmsProp withInitialScale(double value) {
    return new RmsProp(rate, alpha, eps, momentum, nesterov, centred, value, weightDecay, maximise);
  }

  public RmsProp withWeightDecay(double value) {
    return new RmsProp(
        rate, alpha, eps, momentum, nesterov, centred, initialScale, value, maximise);
  }

  public RmsProp maximising() {
    return new RmsProp(
        rate, alpha, eps, momentum, nesterov, centred, initialScale, weightDecay, true);
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
