package gmrl.optim;

/**
 * The directions that optimisers are made of, without rate or sign, to build others from: {@code
 * Directions.adam(.9, .999, 1e-8, 0).then(new LearningRate(schedule))} is {@link Adam}.
 */
public final class Directions {
  private Directions() {}

  /** m̂ / (√(v̂ + ε₀) + ε), see {@link Adam}. */
  public static GradientTransform adam(double beta1, double beta2, double eps, double epsRoot) {
    Adam checked = Adam.of(1).withBetas(beta1, beta2).withEps(eps).withEpsRoot(epsRoot);
    return new PerLeaf(checked.direction());
  }

  /** g / (√v + ε) with v a running mean of g², see {@link RmsProp}. */
  public static GradientTransform rms(double alpha, double eps) {
    Hyperparameters.decay("decay rate", alpha);
    Hyperparameters.notNegative("eps", eps);
    return new PerLeaf(new RmsDirection(alpha, eps, false, 0));
  }

  /** A trace b ← μb + g, or with Nesterov's correction g + μb, see {@link Sgd}. */
  public static GradientTransform trace(double momentum, boolean nesterov) {
    Hyperparameters.decay("momentum", momentum);
    return new PerLeaf(new Momentum(momentum, 0, nesterov));
  }
}
