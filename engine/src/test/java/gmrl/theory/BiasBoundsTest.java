package gmrl.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.meta.LogLogFit;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The formulas by hand, their slopes, and their logarithms beyond a double. */
class BiasBoundsTest {
  private static final Percentage TIGHT = Percentage.withPercentage(1e-9);

  /** c₁ = 2, c₂ = 0.5, outer Lipschitz 3, Hessian Lipschitz 0.7, σ̂ = 4; φ is θ^0. */
  private static final BoundConstants MAML = new BoundConstants(2, 0.5, 3, 0.7, 0, 0, 4, 1);

  private static final BoundConstants LIRPG = new BoundConstants(2, 0.5, 3, 0.7, 1.5, 0.2, 4, 0);

  @Test
  void innerErrorIsTheClosedFormOfTheRecursion() {
    BiasBounds bounds = new BiasBounds(MAML, 3, 4);
    double expected = (Math.pow(1 + 3 * 0.5, 4) - 1) * 4 / (0.5 * Math.sqrt(16));
    assertThat(bounds.innerError(16).value()).isCloseTo(expected, TIGHT);
    double error = 0;
    for (int k = 0; k < 4; k++) {
      error = (1 + 3 * 0.5) * error + 3 * 4 / Math.sqrt(16);
    }
    assertThat(bounds.innerError(16).value()).isCloseTo(error, TIGHT);
  }

  @Test
  void withoutCurvatureTheErrorGrowsLinearly() {
    BoundConstants flat = new BoundConstants(2, 0, 3, 0, 0, 0, 4, 1);
    assertThat(new BiasBounds(flat, 3, 5).innerError(4).value()).isCloseTo(5 * 3 * 4 / 2.0, TIGHT);
  }

  @Test
  void sensitivityOfTwoStepsByHand() {
    double g = 1 + 3 * 0.5;
    // k = 1: error 3 → 3g + α·0.7·2, size 2 → 2g; k = 0: error → g·error.
    double maml = (3 * g + 3 * 0.7 * 2) * g;
    assertThat(new BiasBounds(MAML, 3, 2).sensitivity().value()).isCloseTo(maml, TIGHT);
    double lirpg = 3 * 1.5 * 3 + 3 * 0.2 * 2 + 3 * 1.5 * (3 * g + 3 * 0.7 * 2);
    assertThat(new BiasBounds(LIRPG, 3, 2).sensitivity().value()).isCloseTo(lirpg, TIGHT);
  }

  @Test
  void sensitivityOfThreeStepsByHand() {
    double g = 1 + 3 * 0.5;
    double h = 3 * 0.7;
    // The adjoint's size grows too: at k = 1 it is 2g.
    double maml = (((3 * g + h * 2) * g) + h * 2 * g) * g;
    assertThat(new BiasBounds(MAML, 3, 3).sensitivity().value()).isCloseTo(maml, TIGHT);
  }

  @Test
  void compositionalBoundFallsWithTheRootOfTheSampleSize() {
    double[] samples = {2, 4, 8, 16, 32, 64, 128, 256};
    BiasBounds bounds = new BiasBounds(MAML, 3, 3);
    double[] bound = Arrays.stream(samples).map(n -> bounds.compositional(n).value()).toArray();
    assertThat(LogLogFit.of(samples, bound).slope()).isCloseTo(-0.5, within(1e-12));
  }

  @Test
  void innerErrorGrowsAsAlphaToTheK() {
    double[] alphas = {1e4, 1e5, 1e6};
    for (int steps : new int[] {1, 2, 5}) {
      double[] bound =
          Arrays.stream(alphas)
              .map(a -> new BiasBounds(MAML, a, steps).innerError(8).value())
              .toArray();
      assertThat(LogLogFit.of(alphas, bound).slope()).isCloseTo(steps, within(1e-3));
    }
    // And at fixed α the ratio of neighbouring K tends to 1 + αc₂.
    double[] logs =
        IntStream.rangeClosed(20, 22)
            .mapToDouble(k -> new BiasBounds(MAML, 3, k).innerError(8).log())
            .toArray();
    assertThat(logs[2] - logs[1]).isCloseTo(Math.log(2.5), within(1e-6));
  }

  @Test
  void hessianBoundCountsKFactorsForMamlAndOneLessElsewhere() {
    double wrong = 1 + 3 * (0.5 + 0.2);
    double right = 1 + 3 * 0.5;
    assertThat(new BiasBounds(MAML, 3, 1).hessian(0.2).value())
        .isCloseTo(2 * (wrong - right), TIGHT);
    assertThat(new BiasBounds(MAML, 3, 3).hessian(0.2).value())
        .isCloseTo(2 * (Math.pow(wrong, 3) - Math.pow(right, 3)), TIGHT);
    assertThat(new BiasBounds(LIRPG, 3, 1).hessian(0.2).value()).isZero();
    assertThat(new BiasBounds(LIRPG, 3, 2).hessian(0.2).value())
        .isCloseTo(3 * 1.5 * 2 * (wrong - right), TIGHT);
    assertThat(new BiasBounds(MAML, 3, 3).hessian(0).value()).isZero();
  }

  @Test
  void aTinyHessianErrorIsNotLostToCancellation() {
    double first = 2 * 3 * 3 * 1e-18 * Math.pow(2.5, 2);
    assertThat(new BiasBounds(MAML, 3, 3).hessian(1e-18).value())
        .isCloseTo(0, within(1e-15)); // below rounding of 1 + αc₂
    assertThat(new BiasBounds(MAML, 3, 3).hessian(1e-9).value() / 1e9)
        .isCloseTo(first, Percentage.withPercentage(1e-3));
  }

  @Test
  void hugeBoundsKeepTheirLogarithm() {
    BiasBounds bounds = new BiasBounds(MAML, 1e6, 400);
    Bound bound = bounds.compositional(8);
    assertThat(bound.value()).isInfinite();
    assertThat(bound.log10()).isFinite().isGreaterThan(2000);
    assertThat(bounds.hessian(0.1).log10()).isFinite().isGreaterThan(2000);
  }

  @Test
  void zeroStepsHaveNoBias() {
    BiasBounds bounds = new BiasBounds(MAML, 3, 0);
    assertThat(bounds.innerError(4).value()).isZero();
    assertThat(bounds.compositional(4).value()).isZero();
    assertThat(bounds.hessian(0.3).value()).isZero();
  }

  @Test
  void badNumbersAreQuoted() {
    assertThatThrownBy(() -> new BoundConstants(1, -2, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("curvature is -2.0");
    assertThatThrownBy(() -> new BiasBounds(MAML, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new BiasBounds(MAML, 1, 1).innerError(0))
        .hasMessageContaining("sample size is 0.0");
  }
}
