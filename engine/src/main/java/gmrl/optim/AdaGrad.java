package gmrl.optim;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * AdaGrad (Duchi et al. 2011).
 *
 * <p>d = g + λθ; s = s + d²; u = −η d/(√s + ε) / (1 + λ′(t−1)).
 *
 * <p>Where all gradients have been 0, u = 0, ∂u/∂g = −η/ε and second derivatives are taken as 0
 * (the reference library gives NaN).
 *
 * @param rate η
 * @param rateDecay λ′
 * @param initialAccumulator s before the first update
 * @param eps ε
 * @param weightDecay λ
 */
@RecordBuilder
public record AdaGrad(
    Schedule rate,
    double rateDecay,
    double initialAccumulator,
    double eps,
    double weightDecay,
    boolean maximise)
    implements AdaGradBuilder.With, Optimizer {

  public AdaGrad {
    Hyperparameters.notNegative("rate decay", rateDecay);
    Hyperparameters.notNegative("initial accumulator", initialAccumulator);
    Hyperparameters.notNegative("eps", eps);
    Hyperparameters.notNegative("weight decay", weightDecay);
  }

  /** The usual hyperparameters. */
  public static AdaGrad of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** The usual hyperparameters with a scheduled rate. */
  public static AdaGrad of(Schedule rate) {
    return new AdaGrad(rate, 0, 0, 1e-10, 0, false);
  }

  public AdaGrad maximising() {
    return withMaximise(true);
  }

  @Override
  public GradientTransform stages() {
    return Optimizer.chain(
        maximise, weightDecay, rate, new AdaGradDirection(eps, rateDecay, initialAccumulator));
  }
}
