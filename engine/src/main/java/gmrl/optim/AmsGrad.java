package gmrl.optim;

/**
 * Adam with second moments that never fall (Reddi, Kale and Kumar 2018), in PyTorch's form.
 *
 * <p>m and v as in {@link Adam}; w = max(w, v); u = −η m/(1−β₁ᵗ) / (√(w/(1−β₂ᵗ) + ε₀) + ε). (Optax
 * takes the maximum after the division by 1−β₂ᵗ, which differs in the first steps.)
 *
 * @param like the hyperparameters
 */
public record AmsGrad(Adam like) implements Optimizer {

  /** The usual hyperparameters. */
  public static AmsGrad of(double rate) {
    return new AmsGrad(Adam.of(rate));
  }

  @Override
  public GradientTransform stages() {
    return Optimizer.chain(
        like.maximise(),
        like.weightDecay(),
        like.rate(),
        new AmsGradDirection(like.beta1(), like.beta2(), like.eps(), like.epsRoot()));
  }
}
