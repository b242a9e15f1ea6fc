package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the textbook derivative is ∞·0: the first step of optimisers that divide by √v + ε, at a
 * gradient of exactly 0. There u(g) = −η c g/(|g| a + ε), whose slope is −η c/ε.
 */
class SingularPointsTest {
  private static final List<ClipByGlobalNorm.Norm> NORMS =
      List.of(
          ClipByGlobalNorm.Norm.L1,
          ClipByGlobalNorm.Norm.L2,
          new ClipByGlobalNorm.Norm(3),
          ClipByGlobalNorm.Norm.MAX);

  private record Case(Optimizer algorithm, double slope) {}

  static Stream<Case> cases() {
    double rate = 0.05;
    return Stream.of(
        new Case(Adam.of(rate), -rate / 1e-8),
        new Case(FusedAdam.of(rate), -rate / 1e-8),
        new Case(AdamW.of(rate).withDecay(0), -rate / 1e-8),
        new Case(Adam.of(rate).withEpsRoot(1e-4), -rate / (1e-2 + 1e-8)),
        new Case(FusedAdam.of(rate).like().withEpsRoot(1e-4), -rate / (1e-2 + 1e-8)),
        new Case(RmsProp.of(rate), -rate / 1e-8),
        new Case(RmsProp.of(rate).centring(), -rate / 1e-8),
        new Case(AdaGrad.of(rate), -rate / 1e-10),
        new Case(AdaMax.of(rate), -rate / 1e-6),
        new Case(RAdam.of(rate), -rate),
        new Case(Sgd.of(rate).withMomentum(0.9), -rate));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void firstStepAtZeroGradientHasTheTrueSlopeAndNoCurvature(Case c) {
    Variable g = Variable.of(new double[] {0, 0.3}).tracked();
    Variable u = firstUpdate(c.algorithm(), g);
    assertThat(u.get(0)).isZero();
    Variable slope = Autodiff.grad(u.sum(), g);
    assertThat(slope.get(0)).isCloseTo(c.slope(), within(1e-9 * Math.abs(c.slope())));
    if (slope.isTracked()) {
      assertThat(Autodiff.grad(slope.sum(), g).get(0)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thatSlopeIsTheOneOfFiniteDifferences(Case c) {
    double h = 1e-13; // far below every ε, where u is linear
    double up = firstUpdate(c.algorithm(), Variable.of(new double[] {h}, 1)).get(0);
    double down = firstUpdate(c.algorithm(), Variable.of(new double[] {-h}, 1)).get(0);
    assertThat((up - down) / (2 * h)).isCloseTo(c.slope(), within(0.01 * Math.abs(c.slope())));
  }

  @Test
  void clippingAtNormZeroIsTheIdentityToSecondOrder() {
    for (ClipByGlobalNorm.Norm norm : NORMS) {
      ClipByGlobalNorm clip = new ClipByGlobalNorm(0.5, norm, false);
      Variable g = Variable.of(new double[] {0, 0}).tracked();
      Variable out =
          clip.updateLeaves(List.of(g), TransformState.empty(), List.of(g)).updates().get(0);
      Variable slope = Autodiff.grad(out.sum(), g);
      assertThat(slope.toDoubles()).containsExactly(1, 1);
      assertThat(Autodiff.grad(slope.sum(), g).toDoubles()).containsExactly(0, 0);
    }
  }

  @Test
  void theSafeRootIsTheRootExceptForItsDerivativeAtZero() {
    Variable x = Variable.of(new double[] {4, 0, -1e-18}).tracked();
    Variable root = SafeSqrt.of(x);
    assertThat(root.toDoubles()).containsExactly(2, 0, 0);
    Variable first = Autodiff.grad(root.sum(), x);
    assertThat(first.toDoubles()).containsExactly(0.25, 0, 0);
    Variable second = Autodiff.grad(first.sum(), x);
    assertThat(second.toDoubles()).containsExactly(new double[] {-1.0 / 32, 0, 0}, within(1e-15));
  }

  private static Variable firstUpdate(Optimizer algorithm, Variable g) {
    Variable at = Variable.full(g.type(), 1, g.shape());
    return algorithm
        .updateLeaves(List.of(g), algorithm.initLeaves(List.of(at)), List.of(at))
        .updates()
        .get(0);
  }
}
