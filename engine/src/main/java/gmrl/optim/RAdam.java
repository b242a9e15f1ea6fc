package gmrl.optim;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Rectified Adam (Liu et al. 2020, algorithm 2).
 *
 * <p>Momentum alone while the variance of the second moment is unknown (ρ ≤ 5, with β₂ = .999 for
 * five steps), then Adam's direction times the rectification r; ε is added to the root of the
 * uncorrected second moment, and r carries the correction. A leaf without a gradient keeps its
 * state and step count (the reference library moves it and counts globally).
 *
 * @param rate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param eps ε
 * @param weightDecay λ
 */
@RecordBuilder
public record RAdam(
    Schedule rate, double beta1, double beta2, double eps, double weightDecay, boolean maximise)
    implements RAdamBuilder.With, Optimizer {

  public RAdam {
    Hyperparameters.decay("first decay rate", beta1);
    Hyperparameters.decay("second decay rate", beta2);
    Hyperparameters.notNegative("eps", eps);
    Hyperparameters.notNegative("weight decay", weightDecay);
  }

  /** The usual hyperparameters. */
  public static RAdam of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** The usual hyperparameters with a scheduled rate. */
  public static RAdam of(Schedule rate) {
    return new RAdam(rate, 0.9, 0.999, 1e-6, 0, false);
  }

  public RAdam withBetas(double first, double second) {
    return with().beta1(first).beta2(second).build();
  }

  public RAdam maximising() {
    return withMaximise(true);
  }

  @Override
  public GradientTransform stages() {
    return Optimizer.chain(maximise, weightDecay, rate, new RAdamDirection(beta1, beta2, eps));
  }
}
