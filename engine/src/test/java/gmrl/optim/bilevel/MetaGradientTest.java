package gmrl.optim.bilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Variable;
import gmrl.optim.Adam;
import gmrl.optim.Sgd;
import gmrl.optim.implicit.ConjugateGradient;
import gmrl.optim.implicit.DenseSolve;
import gmrl.optim.implicit.NeumannSeries;
import gmrl.optim.zeroorder.FiniteDifferences;
import gmrl.optim.zeroorder.Smoothing;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The four ways on problems with closed forms: inner ½(θ−t)ᵀA(θ−t) + ½λ‖θ−φ‖², outer ½‖θ‖² + c·φ.
 */
class MetaGradientTest {

  private static final double[] A = {2, 0.5};
  private static final double[] T = {1, -2};
  private static final double LAMBDA = 0.3;
  private static final double RATE = 0.1;

  /** φ is the start and, through the penalty, part of the inner loss. */
  private static final BilevelObjective PROXIMAL =
      new BilevelObjective() {
        @Override
        public List<Variable> start(List<Variable> meta) {
          return meta;
        }

        @Override
        public Variable inner(List<Variable> meta, List<Variable> params, int step) {
          Variable theta = params.get(0);
          Variable fit = theta.minus(Variable.of(T)).square().times(Variable.of(A)).sum();
          Variable stay = theta.minus(meta.get(0)).square().sum();
          return fit.times(0.5).plus(stay.times(LAMBDA / 2));
        }

        @Override
        public Variable outer(List<Variable> meta, List<Variable> params) {
          Variable direct = meta.get(0).times(Variable.of(new double[] {0.1, 0.2})).sum();
          return params.get(0).square().sum().times(0.5).plus(direct);
        }
      };

  private static final List<Variable> PHI = List.of(Variable.of(new double[] {0.5, 0.7}));

  private static double[] estimate(BilevelGradient way, int steps) {
    return way.estimate(PROXIMAL, loop(steps), PHI, new SplittableRandom(5))
        .gradient()
        .get(0)
        .toDoubles();
  }

  private static Adaptation loop(int steps) {
    return new Adaptation(Sgd.of(RATE), steps);
  }

  /** θᴷ and dθᴷ/dφ by hand, through the last {@code window} steps. */
  private static double[] byHand(int steps, int window) {
    double[] gradient = new double[2];
    for (int i = 0; i < 2; i++) {
      double theta = PHI.get(0).get(i);
      double slope = 1;
      double h = A[i] + LAMBDA;
      for (int k = 0; k < steps; k++) {
        theta -= RATE * (A[i] * (theta - T[i]) + LAMBDA * (theta - PHI.get(0).get(i)));
        if (k >= steps - window) {
          slope = (1 - RATE * h) * slope + RATE * LAMBDA;
        }
      }
      gradient[i] = theta * slope + 0.1 * (i + 1);
    }
    return gradient;
  }

  @Test
  void unrolledAndTruncatedFollowTheAdjointRecursion() {
    assertThat(estimate(Explicit.unrolled(), 5)).containsExactly(byHand(5, 5), within(1e-14));
    for (int window = 0; window <= 5; window++) {
      assertThat(estimate(Explicit.truncated(window), 5))
          .as("window %d", window)
          .containsExactly(byHand(5, window), within(1e-14));
    }
  }

  @Test
  void theImplicitWayIsRightAtTheMinimumAndBiasedBeforeIt() {
    double[] limit = estimate(Explicit.unrolled(), 250);
    for (BilevelGradient way :
        List.of(
            new Implicit(new DenseSolve()),
            new Implicit(ConjugateGradient.standard().withRtol(1e-12)),
            new Implicit(new NeumannSeries(300, 0.4)))) {
      assertThat(estimate(way, 250)).containsExactly(limit, within(1e-9));
      assertThat(Math.abs(estimate(way, 2)[0] - byHand(2, 2)[0])).isGreaterThan(0.1);
    }
  }

  @Test
  void valuesAloneGiveTheSameGradient() {
    assertThat(estimate(new ByValues(new FiniteDifferences(1e-4)), 5))
        .containsExactly(byHand(5, 5), within(1e-8));
    Smoothing smoothing = new Smoothing(Smoothing.Method.ANTITHETIC, 200, 0.1);
    assertThat(estimate(new ByValues(smoothing), 5)).containsExactly(byHand(5, 5), within(0.15));
  }

  @Test
  void costsAreCounted() {
    Adaptation loop = loop(5);
    assertThat(Explicit.truncated(2).estimate(PROXIMAL, loop, PHI, new SplittableRandom(5)).cost())
        .isEqualTo(new BilevelGradient.Cost(5, 2, 0));
    assertThat(
            new Implicit(new DenseSolve())
                .estimate(PROXIMAL, loop, PHI, new SplittableRandom(5))
                .cost())
        .isEqualTo(new BilevelGradient.Cost(5, 0, 2));
    assertThat(
            new ByValues(new FiniteDifferences(1e-4))
                .estimate(PROXIMAL, loop, PHI, new SplittableRandom(5))
                .cost())
        .isEqualTo(new BilevelGradient.Cost(25, 0, 0));
  }

  @Test
  void adaptiveInnerOptimisersAreDifferentiatedWithTheirState() {
    Adaptation adam = new Adaptation(Adam.of(0.1).withEpsRoot(1e-3), 4);
    double[] explicit =
        Explicit.unrolled()
            .estimate(PROXIMAL, adam, PHI, new SplittableRandom(5))
            .gradient()
            .get(0)
            .toDoubles();
    double[] values =
        new ByValues(new FiniteDifferences(1e-4))
            .estimate(PROXIMAL, adam, PHI, new SplittableRandom(5))
            .gradient()
            .get(0)
            .toDoubles();
    assertThat(explicit).containsExactly(values, within(1e-7));
  }

  @Test
  void everyWayIsCovered() {
    Set<Class<?>> covered =
        Stream.of(
                Explicit.unrolled(),
                new Implicit(new DenseSolve()),
                new ByValues(new FiniteDifferences(1)))
            .map(Object::getClass)
            .collect(Collectors.toUnmodifiableSet());
    assertThat(covered).contains(BilevelGradient.class.getPermittedSubclasses());
  }
}
