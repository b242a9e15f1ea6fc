package gmrl.optim;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * AdaMax (Kingma and Ba 2015, algorithm 2).
 *
 * <p>d = g + λθ; m = β₁m + (1−β₁)d; n = max(β₂n, |d| + ε); u = −η m/n/(1−β₁ᵗ).
 *
 * <p>|d| has derivative 0 at 0, so a dead coordinate has ∂u/∂g = −η/ε at its first step. A leaf
 * without a gradient keeps its state (the reference library loses its n and still moves it).
 *
 * @param rate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param eps ε
 * @param weightDecay λ
 */
@RecordBuilder
public record AdaMax(
    Schedule rate, double beta1, double beta2, double eps, double weightDecay, boolean maximise)
    implements AdaMaxBuilder.With, Optimizer {

  public AdaMax {
    Hyperparameters.decay("first decay rate", beta1);
    Hyperparameters.decay("second decay rate", beta2);
    Hyperparameters.notNegative("eps", eps);
    Hyperparameters.notNegative("weight decay", weightDecay);
  }

  /** The usual hyperparameters. */
  public static AdaMax of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** The usual hyperparameters with a scheduled rate. */
  public static AdaMax of(Schedule rate) {
    return new AdaMax(rate, 0.9, 0.999, 1e-6, 0, false);
  }

  public AdaMax withBetas(double first, double second) {
    return with().beta1(first).beta2(second).build();
  }

  public AdaMax maximising() {
    return withMaximise(true);
  }

  @Override
  public GradientTransform stages() {
    return Optimizer.chain(maximise, weightDecay, rate, new AdaMaxDirection(beta1, beta2, eps));
  }
}
