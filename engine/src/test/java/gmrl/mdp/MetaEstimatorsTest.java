package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.Golden;
import gmrl.meta.ImplicitMetaGradient;
import gmrl.meta.MetaEstimator;
import gmrl.meta.MetaGradient;
import gmrl.meta.ReturnSlot;
import gmrl.meta.ZeroOrderMetaGradient;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Truncated, implicit and zero-order meta-gradients against the unrolled exact one. */
class MetaEstimatorsTest {
  private static final int STEPS = 3;

  private final Mdp mdp = GoldenMdps.named("s5a3");
  private final MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
  private final double[] phi = new SplittableRandom(2).doubles(mdp.cells(), -1, 1).toArray();
  private final ReturnSlot<MamlPoint> exactReturn = (point, random) -> problem.objective(point);

  private MetaGradient<MamlPoint> exact(double alpha) {
    return new MetaGradient<>(
        problem,
        problem.exactInner(),
        problem.exactCurvature(),
        problem.exactOuter(),
        alpha,
        STEPS,
        phi);
  }

  private double[] run(MetaEstimator estimator) {
    double[] out = new double[mdp.cells()];
    estimator.estimate(new SplittableRandom(1), out);
    return out;
  }

  @Test
  void truncationAtEveryStepIsNoTruncationAndAtNoneIsFirstOrder() {
    double[] full = run(exact(2));
    assertThat(run(exact(2).truncated(STEPS))).isEqualTo(full);
    assertThat(run(exact(2).truncated(STEPS + 4))).isEqualTo(full);

    MetaGradient<MamlPoint> loop = exact(2);
    MetaGradient<MamlPoint> firstOrder = loop.truncated(0);
    double[] gradient = new double[mdp.cells()];
    double[] truncated = run(firstOrder);
    firstOrder.point(STEPS).evaluation().gradient(gradient);
    assertThat(truncated).isEqualTo(gradient).isNotEqualTo(full);
  }

  @Test
  void implicitGradientIsExactToSecondOrderInTheStepSize() {
    double[] errors = new double[2];
    for (int i = 0; i < 2; i++) {
      double alpha = 0.02 / (i + 1);
      ImplicitMetaGradient<MamlPoint> implicit =
          new ImplicitMetaGradient<>(
              problem,
              problem.exactInner(),
              problem.exactCurvature(),
              problem.exactOuter(),
              alpha,
              STEPS,
              phi,
              50);
      errors[i] = Golden.relativeError(run(implicit), run(exact(alpha)));
    }
    assertThat(errors[0]).isLessThan(1e-3);
    assertThat(errors[0] / errors[1]).isBetween(3.5, 4.5);
  }

  @Test
  void centralDifferencesOfTheExactLoopAreTheExactGradient() {
    ZeroOrderMetaGradient<MamlPoint> differences =
        ZeroOrderMetaGradient.centralDifferences(
            problem, problem.exactInner(), exactReturn, 2, STEPS, phi, 1e-5);
    assertThat(Golden.relativeError(run(differences), run(exact(2)))).isLessThan(1e-7);
  }

  @Test
  void evolutionStrategiesAverageToTheExactGradient() {
    ZeroOrderMetaGradient<MamlPoint> strategies =
        ZeroOrderMetaGradient.evolutionStrategies(
            problem, problem.exactInner(), exactReturn, 2, STEPS, phi, 4, 0.01);
    double[] exact = run(exact(2));
    double[] sum = new double[exact.length];
    double[] squares = new double[exact.length];
    int trials = 1500;
    SplittableRandom random = new SplittableRandom(3);
    double[] out = new double[exact.length];
    for (int trial = 0; trial < trials; trial++) {
      strategies.estimate(random.split(), out);
      for (int i = 0; i < out.length; i++) {
        sum[i] += out[i];
        squares[i] += out[i] * out[i];
      }
    }
    for (int i = 0; i < out.length; i++) {
      double mean = sum[i] / trials;
      double error = Math.sqrt((squares[i] / trials - mean * mean) / trials);
      assertThat(Math.abs(mean - exact[i])).isLessThan(4 * error);
    }
  }

  @Test
  void sampledReturnIsUnbiasedWithAnExactCritic() {
    MamlProblem noiseless = new MamlProblem(mdp, new Sampling(20, 0));
    ReturnSlot<MamlPoint> slot = noiseless.sampledReturn(16);
    MamlPoint point = noiseless.newPoint();
    noiseless.moveTo(point, phi, phi);
    double sum = 0;
    double squares = 0;
    int trials = 2000;
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < trials; trial++) {
      double value = slot.value(point, random.split());
      sum += value;
      squares += value * value;
    }
    double mean = sum / trials;
    double error = Math.sqrt((squares / trials - mean * mean) / trials);
    assertThat(Math.abs(mean - noiseless.objective(point))).isLessThan(4 * error);
  }
}
