package gmrl.optim;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Adam (Kingma and Ba 2015, algorithm 1).
 *
 * <p>d = g + λθ; m = β₁m + (1−β₁)d; v = β₂v + (1−β₂)d²; u = −η m/(1−β₁ᵗ) / (√(v/(1−β₂ᵗ) + ε₀) + ε).
 *
 * <p>At a gradient that has always been exactly 0 the derivative ∂u/∂g is −η/ε·(1−β₁)/(1−β₁ᵗ) and
 * the second derivative is taken as 0. That is the true slope, but only for gradients below ε: for
 * a meta-gradient one usually wants ε₀ &gt; 0, or {@link gmrl.autodiff.Ops#finiteCotangent} around
 * the gradient. The reference library returns NaN there.
 *
 * @param rate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param eps ε
 * @param epsRoot ε₀
 * @param weightDecay λ, an L2 penalty; for the decoupled decay see {@link AdamW}
 */
@RecordBuilder
public record Adam(
    Schedule rate,
    double beta1,
    double beta2,
    double eps,
    double epsRoot,
    double weightDecay,
    boolean maximise)
    implements AdamBuilder.With, Optimizer {

  public Adam {
    Hyperparameters.decay("first decay rate", beta1);
    Hyperparameters.decay("second decay rate", beta2);
    Hyperparameters.notNegative("eps", eps);
    Hyperparameters.notNegative("eps root", epsRoot);
    Hyperparameters.notNegative("weight decay", weightDecay);
  }

  /** The usual hyperparameters. */
  public static Adam of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** The usual hyperparameters with a scheduled rate. */
  public static Adam of(Schedule rate) {
    return new Adam(rate, 0.9, 0.999, 1e-8, 0, 0, false);
  }

  public Adam withBetas(double first, double second) {
    return with().beta1(first).beta2(second).build();
  }

  public Adam maximising() {
    return withMaximise(true);
  }

  @Override
  public GradientTransform stages() {
    return Optimizer.chain(maximise, weightDecay, rate, direction());
  }

  LeafRule direction() {
    return new AdamDirection(beta1, beta2, eps, epsRoot);
  }
}
