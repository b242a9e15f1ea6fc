package gmrl.optim;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * AdaDelta (Zeiler 2012, algorithm 1).
 *
 * <p>d = g + λθ; a = ρa + (1−ρ)d²; r = d √((x + ε)/(a + ε)); x = ρx + (1−ρ)r²; u = −η r. Smooth.
 *
 * @param rate η, 1 in the paper
 * @param rho ρ
 * @param eps ε
 * @param weightDecay λ
 */
@RecordBuilder
public record AdaDelta(Schedule rate, double rho, double eps, double weightDecay, boolean maximise)
    implements AdaDeltaBuilder.With, Optimizer {

  public AdaDelta {
    Hyperparameters.decay("decay rate", rho);
    Hyperparameters.positive("eps", eps);
    Hyperparameters.notNegative("weight decay", weightDecay);
  }

  /** The usual hyperparameters. */
  public static AdaDelta of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** The usual hyperparameters with a scheduled rate. */
  public static AdaDelta of(Schedule rate) {
    return new AdaDelta(rate, 0.9, 1e-6, 0, false);
  }

  public AdaDelta maximising() {
    return withMaximise(true);
  }

  @Override
  public GradientTransform stages() {
    return Optimizer.chain(maximise, weightDecay, rate, new AdaDeltaDirection(rho, eps));
  }
}
