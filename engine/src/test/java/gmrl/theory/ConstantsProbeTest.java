package gmrl.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.mdp.Estimator;
import gmrl.mdp.GoldenMdps;
import gmrl.mdp.LirpgProblem;
import gmrl.mdp.MamlPoint;
import gmrl.mdp.MamlProblem;
import gmrl.mdp.Mdp;
import gmrl.mdp.Sampling;
import gmrl.mdp.TabularProblem;
import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.LogLogFit;
import gmrl.meta.Measures;
import gmrl.meta.MetaGradient;
import gmrl.meta.PerturbedCurvature;
import gmrl.meta.TrialAccumulator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measured constants, and that the bounds made of them stay above the biases that are there. */
class ConstantsProbeTest {
  private static final int TRIALS = 1500;
  private final Mdp mdp = GoldenMdps.named("s5a3");
  private final MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
  private final double[] phi = new double[mdp.cells()];

  private ConstantsProbe<MamlPoint> probe(double alpha, int steps) {
    return new ConstantsProbe<>(
        problem,
        problem.exactInner(),
        problem.exactCurvature(),
        problem.exactOuter(),
        alpha,
        steps,
        phi,
        new SplittableRandom(1));
  }

  private BoundConstants constants(double alpha, int steps, int samples) {
    return probe(alpha, steps)
        .measure(problem.inner(Estimator.LVC, samples), samples, 20, new SplittableRandom(2));
  }

  private Measures trials(
      InnerSlot<MamlPoint> inner, CurvatureSlot<MamlPoint> curvature, double alpha, int steps) {
    return trials(problem, inner, curvature, alpha, steps);
  }

  private <P> Measures trials(
      TabularProblem<P> problem,
      InnerSlot<P> inner,
      CurvatureSlot<P> curvature,
      double alpha,
      int steps) {
    SplittableRandom random = new SplittableRandom(3);
    MetaGradient<P> exact =
        new MetaGradient<>(
            problem,
            problem.exactInner(),
            problem.exactCurvature(),
            problem.exactOuter(),
            alpha,
            steps,
            phi);
    double[] gradient = new double[mdp.cells()];
    exact.estimate(random.split(), gradient);
    MetaGradient<P> estimate =
        new MetaGradient<>(problem, inner, curvature, problem.exactOuter(), alpha, steps, phi);
    TrialAccumulator accumulator = new TrialAccumulator(gradient, steps);
    double[] inners = new double[steps];
    double[] trial = new double[gradient.length];
    for (int i = 0; i < TRIALS; i++) {
      estimate.estimate(random.split(), trial);
      for (int k = 1; k <= steps; k++) {
        inners[k - 1] = estimate.squaredDistance(k, exact.theta(k));
      }
      accumulator.add(trial, inners);
    }
    return accumulator.measures();
  }

  @ParameterizedTest
  @CsvSource({"0.3, 1, 4", "0.3, 3, 4", "1, 2, 2", "1, 3, 16", "3, 1, 8", "3, 2, 8", "3, 3, 64"})
  void compositionalBoundStaysAboveTheBias(double alpha, int steps, int samples) {
    BiasBounds bounds = new BiasBounds(constants(alpha, steps, samples), alpha, steps);
    Measures measures =
        trials(problem.inner(Estimator.LVC, samples), problem.exactCurvature(), alpha, steps);
    double rootMeanSquare = Math.sqrt(measures.innerError()[steps - 1]);
    assertThat(bounds.innerError(samples).value()).isGreaterThan(0.9 * rootMeanSquare);
    double bias = Math.sqrt(Math.max(0, measures.biasSquared().high()));
    assertThat(bounds.compositional(samples).value()).isGreaterThan(bias);
    // A third of it would no longer bound the inner error of the first step.
    if (steps == 1) {
      assertThat(bounds.innerError(samples).value() / 3).isLessThan(rootMeanSquare);
    }
  }

  @Test
  void theMeasuredBiasFallsFasterThanItsBound() {
    double[] samples = {2, 8, 32};
    double[] bias = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      Measures measures =
          trials(problem.inner(Estimator.LVC, (int) samples[i]), problem.exactCurvature(), 3, 2);
      bias[i] = measures.biasSquared().value();
    }
    // The bias is second order in the iterates' error, so its square falls nearer to |τ|^-2; the
    // bound, first order in that error, only promises |τ|^-1 for the square.
    assertThat(LogLogFit.of(samples, bias).slope()).isLessThan(-1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0.5", "1, 3, 0.5", "3, 1, 2", "3, 2, 2", "3, 3, 5"})
  void hessianBoundStaysAboveTheBias(double alpha, int steps, double coefficient) {
    int size = mdp.cells();
    BiasBounds bounds = new BiasBounds(constants(alpha, steps, 8), alpha, steps);
    Measures measures =
        trials(
            problem.exactInner(),
            new PerturbedCurvature<>(problem.exactCurvature(), size, coefficient, 0),
            alpha,
            steps);
    double bias = Math.sqrt(measures.biasSquared().value());
    double error = 2 * coefficient / size;
    assertThat(bounds.hessian(error).value()).isGreaterThanOrEqualTo(bias * (1 - 1e-9));
    if (steps == 1) {
      // With one factor the bound is the bias: α Δ_H ‖∇J_out‖.
      assertThat(bounds.hessian(error).value()).isLessThan(bias * 1.5);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 8", "1, 2, 8", "3, 2, 16"})
  void boundsHoldWhereTheInitialPolicyIsNotLearned(double alpha, int steps, int samples) {
    LirpgProblem lirpg = new LirpgProblem(mdp, Sampling.PAPER, 0.9, true, phi);
    BoundConstants constants =
        new ConstantsProbe<>(
                lirpg,
                lirpg.exactInner(),
                lirpg.exactCurvature(),
                lirpg.exactOuter(),
                alpha,
                steps,
                phi,
                new SplittableRandom(1))
            .measure(lirpg.inner(Estimator.LVC, samples), samples, 20, new SplittableRandom(2));
    assertThat(constants.initial()).isZero();
    assertThat(constants.mixed()).isPositive();
    BiasBounds bounds = new BiasBounds(constants, alpha, steps);
    Measures compositional =
        trials(lirpg, lirpg.inner(Estimator.LVC, samples), lirpg.exactCurvature(), alpha, steps);
    assertThat(bounds.compositional(samples).value())
        .isGreaterThan(Math.sqrt(compositional.biasSquared().high()));
    double error = 4.0 / mdp.cells();
    Measures hessian =
        trials(
            lirpg,
            lirpg.exactInner(),
            new PerturbedCurvature<>(lirpg.exactCurvature(), mdp.cells(), 2, 0),
            alpha,
            steps);
    assertThat(bounds.hessian(error).value())
        .isGreaterThanOrEqualTo(Math.sqrt(hessian.biasSquared().value()));
    assertThat(hessian.biasSquared().value() == 0).isEqualTo(steps == 1);
  }

  @Test
  void theHessianErrorOfAPerturbationIsWhatWasPutIn() {
    int size = mdp.cells();
    CurvatureSlot<MamlPoint> perturbed =
        new PerturbedCurvature<>(problem.exactCurvature(), size, 3, 0);
    double error = probe(1, 2).hessianError(perturbed, 1, new SplittableRandom(5));
    assertThat(error).isCloseTo(6.0 / size, within(1e-9));
    assertThat(probe(1, 2).hessianError(problem.exactCurvature(), 1, new SplittableRandom(5)))
        .isCloseTo(0, within(1e-14));
  }

  @Test
  void theBiasedHessianEstimatorHasTheLargerError() {
    double biased =
        probe(1, 1)
            .hessianError(problem.curvature(Estimator.MAML, 64), 300, new SplittableRandom(6));
    double unbiased =
        probe(1, 1)
            .hessianError(problem.curvature(Estimator.LOADED, 64), 300, new SplittableRandom(6));
    assertThat(biased).isGreaterThan(2 * unbiased);
  }

  @Test
  void spectralNormOfAKnownMatrix() {
    double[] diagonal = {1, -5, 3};
    double norm =
        SpectralNorm.of(
            3,
            (vector, product) -> {
              for (int i = 0; i < 3; i++) {
                product[i] = diagonal[i] * vector[i];
              }
            },
            new SplittableRandom(1));
    assertThat(norm).isCloseTo(5, within(0.02));
    assertThat(SpectralNorm.of(2, (v, p) -> {}, new SplittableRandom(1))).isZero();
  }
}
