package gmrl.optim;

/**
 * {@link Adam} with its step and the derivative of its step written by hand, for large arrays and
 * long unrolls. The numbers and all derivatives are Adam's, singular points included.
 *
 * @param like the hyperparameters
 */
public record FusedAdam(Adam like) implements Optimizer {

  /** The usual hyperparameters. */
  public static FusedAdam of(double rate) {
    return new FusedAdam(Adam.of(rate));
  }

  @Override
  public GradientTransform stages() {
    return Optimizer.chain(
        like.maximise(),
        like.weightDecay(),
        like.rate(),
        like.eps() == 0
            ? like.direction() // divides by 0 where there never was a gradient, and says how
            : new FusedAdamStep(like.beta1(), like.beta2(), like.eps(), like.epsRoot()));
  }
}
