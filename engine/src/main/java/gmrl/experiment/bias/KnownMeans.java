package gmrl.experiment.bias;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.DirectedControl;
import gmrl.meta.MeanSlots;
import gmrl.meta.MetaGradient;
import gmrl.meta.PathControl;
import gmrl.meta.WholeControl;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an estimate without sampling, whatever its sample sizes: its limit, and the
 * correction for inner noise. Each is computed by the first cell that asks. Thread-safe.
 */
final class KnownMeans<P> {
  private static final BiasResult.Limits UNKNOWN =
      new BiasResult.Limits(Double.NaN, Double.NaN, Double.NaN);

  private static final int PROBE_SAMPLES = 32;
  private static final long PROBE_SEED = 0x5eed;

  private final TabularSetup setup;
  private final TabularProblem<P> problem;
  private final double[] exact;
  private @Nullable PathControl control;
  private double @Nullable [] limit;
  private BiasResult.@Nullable Limits limits;

  /**
   * Knows nothing yet.
   *
   * @param setup at any sample sizes
   * @param exact the exact meta-gradient, not modified
   */
  KnownMeans(TabularSetup setup, TabularProblem<P> problem, double[] exact) {
    this.setup = setup;
    this.problem = problem;
    this.exact = exact;
  }

  /** The correction for inner noise. */
  synchronized PathControl control(CancellationToken token) {
    PathControl known = control;
    if (known == null) {
      MetaGradient<P> loop = TabularProblems.unrolled(setup, problem, phi());
      MeanSlots<P> means = TabularProblems.means(setup, problem);
      known =
          RoutePlan.isDirected(setup)
              ? DirectedControl.build(loop, means, samples(), token::check)
              : WholeControl.build(loop, means, token::check);
      control = known;
    }
    return known;
  }

  /**
   * How far some estimates of this setup, which are no trials, lie from the one without noise: the
   * same for every sample size.
   */
  private double[][] samples() {
    SplittableRandom random = new SplittableRandom(PROBE_SEED);
    MetaGradient<P> loop =
        TabularProblems.unrolled(setup.withSamples(PROBE_SAMPLES), problem, phi());
    double[][] vectors = new double[RoutePlan.DIRECTIONS][exact.length];
    double[] centre = limit();
    for (double[] vector : vectors) {
      loop.estimate(random.split(), vector);
      for (int j = 0; j < vector.length; j++) {
        vector[j] -= centre[j];
      }
    }
    return vectors;
  }

  /**
   * The meta-gradient with every slot at its mean: the estimate as |τ| → ∞, and its mean at any |τ|
   * where the inner slot is exact.
   */
  synchronized double[] limit() {
    double[] known = limit;
    if (known == null) {
      known = gradient(setup);
      limit = known;
    }
    return known;
  }

  /** What remains of the bias with infinitely many trajectories. */
  synchronized BiasResult.Limits limits() {
    BiasResult.Limits known = limits;
    if (known == null) {
      known = compute();
      limits = known;
    }
    return known;
  }

  /** What {@link #limits} has found, or numbers that are not known: a first look does not wait. */
  synchronized BiasResult.Limits knownLimits() {
    BiasResult.Limits known = limits;
    return known == null ? UNKNOWN : known;
  }

  /** Squared length of the bias that infinitely many trajectories leave. */
  double limitBiasSquared() {
    return squaredDistance(limit(), exact);
  }

  private BiasResult.Limits compute() {
    boolean unrolls =
        setup.method() instanceof MethodSpec.Unrolled
            || setup.method() instanceof MethodSpec.Truncated
            || setup.method() instanceof MethodSpec.Mixture;
    if (!unrolls) {
      return UNKNOWN;
    }
    double norm = Math.sqrt(squaredDistance(exact, new double[exact.length]));
    double[] endless =
        setup.method() instanceof MethodSpec.Unrolled
            ? exact
            : gradient(setup.withoutSampling().withMethod(setup.method()));
    double horizon = squaredDistance(gradient(TabularProblems.rightCurvature(setup)), endless);
    double all = limitBiasSquared();
    return new BiasResult.Limits(
        norm > 0 ? Math.sqrt(horizon) / norm : Double.NaN,
        all,
        norm > 0 ? Math.sqrt(all) / norm : Double.NaN);
  }

  private double[] gradient(TabularSetup of) {
    MetaGradient<P> loop = TabularProblems.mean(of, problem, phi());
    double[] gradient = new double[problem.phiSize()];
    loop.estimate(new SplittableRandom(0), gradient);
    return gradient;
  }

  private double[] phi() {
    return TabularProblems.phi(setup, problem.mdp());
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
