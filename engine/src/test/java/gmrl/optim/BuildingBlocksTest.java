package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.optim.zeroorder.Noise;
import gmrl.optim.zeroorder.Smoothing;
import gmrl.tree.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Pieces from which users build optimisers and estimates of their own. */
class BuildingBlocksTest {
  private static Variable afterThree(GradientTransform rule) {
    MetaOptimizer<Variable> optimizer = MetaOptimizer.of(rule, Variable.of(new double[] {1, -0.4}));
    for (int k = 0; k < 3; k++) {
      optimizer.step(optimizer.params().pow(4).sum().plus(optimizer.params().square().sum()));
    }
    return optimizer.params();
  }

  @Test
  void directionsWithARateAreTheOptimisers() {
    LearningRate rate = new LearningRate(Schedule.constant(0.1));
    assertThat(afterThree(Directions.adam(0.8, 0.9, 1e-4, 1e-6).then(rate)).toDoubles())
        .containsExactly(
            afterThree(Adam.of(0.1).withBetas(0.8, 0.9).withEps(1e-4).withEpsRoot(1e-6))
                .toDoubles());
    assertThat(afterThree(Directions.rms(0.9, 1e-4).then(rate)).toDoubles())
        .containsExactly(afterThree(RmsProp.of(0.1).withAlpha(0.9).withEps(1e-4)).toDoubles());
    assertThat(afterThree(Directions.trace(0.7, false).then(rate)).toDoubles())
        .containsExactly(afterThree(Sgd.of(0.1).withMomentum(0.7)).toDoubles());
    assertThatThrownBy(() -> Directions.trace(1, true)).hasMessageContaining("momentum");
  }

  @Test
  void aScheduleOfOnesOwn() {
    Schedule halving = count -> 0.1 / (1 << count);
    Variable x = Variable.scalar(0);
    GradientTransform rule = new LearningRate(halving);
    TransformState state = rule.init(x);
    for (double expected : new double[] {-0.1, -0.05, -0.025}) {
      var step = rule.update(Variable.scalar(1), state, x);
      assertThat(step.updates().item()).isEqualTo(expected);
      state = step.state();
    }
  }

  @Test
  void aGradientThatIsNoNumberStopsTheRun() {
    GradientTransform rule = new RequireFinite().then(Sgd.of(0.1));
    List<Variable> params = List.of(Variable.scalar(1), Variable.scalar(2).named("bias"));
    List<Variable> fine = rule.update(params, rule.init(params), params).updates();
    assertThat(fine.get(1).item()).isEqualTo(-0.2);
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(
              () ->
                  rule.update(
                      List.of(Variable.scalar(1), Variable.scalar(bad)), rule.init(params), params))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("bias")
          .hasMessageContaining("" + bad);
    }
  }

  @Test
  void otherNumbersForWhatIsNone() {
    Variable x =
        Variable.of(
                new double[] {1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
            .tracked();
    Variable y = Ops.nanToNum(x, 7, 8, 9);
    assertThat(y.toDoubles()).containsExactly(1.5, 7, 8, 9);
    assertThat(Autodiff.grad(y.square().sum(), x).toDoubles()).containsExactly(3, 0, 0, 0);
  }

  @Test
  void everyLeafInTurn() {
    Map<String, Variable> tree = new LinkedHashMap<>();
    tree.put("b", Variable.scalar(2));
    tree.put("a", Variable.scalar(1));
    List<Double> seen = new ArrayList<>();
    Trees.standard().forEach(tree, (Variable leaf) -> seen.add(leaf.item()));
    assertThat(seen).containsExactly(1.0, 2.0);
  }

  /** Density e^{−|z|}/2. */
  private record Laplace() implements Noise {
    @Override
    public double draw(RandomGenerator random) {
      double size = -Math.log(1 - random.nextDouble());
      return random.nextBoolean() ? size : -size;
    }

    @Override
    public double score(double z) {
      return Math.signum(z);
    }
  }

  @Test
  void smoothingWithANoiseOfOnesOwnIsUnbiasedForItsOwnSmoothedFunction() {
    // E (x + σz)³ = x³ + 3xσ² E z², and E z² = 2 for Laplace: the derivative is 3x² + 6σ².
    double x = 0.7;
    double sigma = 0.5;
    int n = 40_000;
    Smoothing smoothing = new Smoothing(Smoothing.Method.ANTITHETIC, 1, sigma, new Laplace());
    SplittableRandom random = new SplittableRandom(4);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double g =
          smoothing
              .gradient(at -> Math.pow(at.get(0).item(), 3), List.of(Variable.scalar(x)), random)
              .gradient()
              .get(0)
              .item();
      sum += g;
      squares += g * g;
    }
    double mean = sum / n;
    double error = Math.sqrt((squares / n - mean * mean) / n);
    assertThat(mean).isCloseTo(3 * x * x + 6 * sigma * sigma, within(4 * error));
    assertThat(Math.abs(mean - (3 * x * x + 3 * sigma * sigma))).isGreaterThan(4 * error);
  }
}
