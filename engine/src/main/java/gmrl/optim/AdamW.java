package gmrl.optim;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2).
 *
 * <p>u = −η (d + λθ) with d Adam's direction, see {@link Adam}. A leaf without a gradient does not
 * decay.
 *
 * @param rate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param eps ε
 * @param epsRoot ε₀
 * @param weightDecay λ
 */
public record AdamW(
    Schedule rate,
    double beta1,
    double beta2,
    double eps,
    double epsRoot,
    double weightDecay,
    boolean maximise)
    implements Algorithm {

  public AdamW {
    Checks.decay("first decay rate", beta1);
    Checks.decay("second decay rate", beta2);
    Checks.notNegative("eps", eps);
    Checks.notNegative("eps root", epsRoot);
    Checks.notNegative("weight decay", weightDecay);
  }

  /** The usual hyperparameters. */
  public static AdamW of(double rate) {
    return of(Schedule.constant(rate));
  }

  /** The usual hyperparameters with a scheduled rate. */
  public static AdamW of(Schedule rate) {
    return new AdamW(rate, 0.9, 0.999, 1e-8, 0, 0.01, false);
  }

  public AdamW withBetas(double first, double second) {
    return new AdamW(rate, first, second, eps, epsRoot, weightDecay, maximise);
  }

  public AdamW withEps(double value) {
    return new AdamW(rate, beta1, beta2, value, epsRoot, weightDecay, maximise);
  }

  public AdamW withEpsRoot(double value) {
    return new AdamW(rate, beta1, beta2, eps, value, weightDecay, maximise);
  }

  public AdamW withWeightDecay(double value) {
    return new AdamW(rate, beta1, beta2, eps, epsRoot, value, maximise);
  }

  public AdamW maximising() {
    return new AdamW(rate, beta1, beta2, eps, epsRoot, weightDecay, true);
  }

  @Override
  public GradientTransform stages() {
    GradientTransform direction = new PerLeaf(new AdamDirection(beta1, beta2, eps, epsRoot));
    GradientTransform decayed =
        direction.then(new WeightDecay(weightDecay)).then(new LearningRate(rate));
    return maximise ? Scale.by(-1).then(decayed) : decayed;
  }
}
