package gmrl.optim;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2).
 *
 * <p>u = −η (d + λθ) with d Adam's direction, see {@link Adam}. A leaf without a gradient does not
 * decay.
 *
 * @param adam all but the decay; must not have an L2 penalty of its own
 * @param decay λ
 */
@RecordBuilder
public record AdamW(Adam adam, double decay) implements AdamWBuilder.With, Optimizer {

  public AdamW {
    Hyperparameters.notNegative("decay", decay);
    Hyperparameters.require(
        adam.weightDecay() == 0, "L2 penalty inside AdamW", "0", adam.weightDecay());
  }

  /** The usual hyperparameters. */
  public static AdamW of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** The usual hyperparameters with a scheduled rate. */
  public static AdamW of(Schedule rate) {
    return new AdamW(Adam.of(rate), 0.01);
  }

  @Override
  public GradientTransform stages() {
    GradientTransform direction = new PerLeaf(adam.direction());
    GradientTransform decayed =
        direction.then(new WeightDecay(decay)).then(new LearningRate(adam.rate()));
    return adam.maximise() ? ScaleBy.by(-1).then(decayed) : decayed;
  }
}
