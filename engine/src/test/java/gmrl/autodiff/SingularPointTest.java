package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** First, second and third derivatives where the textbook has none, as the documentation says. */
class SingularPointTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  static Arguments[] points() {
    return new Arguments[] {
      at("relu at 0", Variable::relu, 0, 0, 0, 0),
      at("abs at 0", Variable::abs, 0, 0, 0, 0),
      at("sqrt at 0", Variable::sqrt, 0, INF, -INF, INF),
      at("log at 0", Variable::log, 0, INF, -INF, INF),
      at("square at 0", x -> x.pow(2), 0, 0, 2, 0),
      at("cube at 0", x -> x.pow(3), 0, 0, 0, 6),
      at("power 1.5 at 0", x -> x.pow(1.5), 0, 0, INF, -INF),
      at("norm at 0", Ops::norm, 0, 0, 0, 0),
      at("clamp at its lower limit", x -> Ops.clamp(x, 0, 1), 0, 1, 0, 0),
      at("clamp at its upper limit", x -> Ops.clamp(x, -1, 0), 0, 1, 0, 0),
      at("clamp outside", x -> Ops.clamp(x, 1, 2), 0, 0, 0, 0),
      at("maximum of equals", x -> Ops.maximum(x, x.like(0)), 0, 0.5, 0, 0),
      at("minimum of equals", x -> Ops.minimum(x, x.like(0)), 0, 0.5, 0, 0),
      at("where that takes the other branch", x -> Ops.where(x, x.exp(), x.times(3)), 0, 3, 0, 0),
      at("division by 0", x -> x.like(1).over(x), 0, -INF, INF, -INF),
      at("tanh far out", Variable::tanh, 400, 0, 0, 0),
      at("sigmoid far out", Variable::sigmoid, -800, 0, 0, 0),
      at("softplus far out", Ops::softplus, 800, 1, 0, 0),
    };
  }

  private static Arguments at(
      String name, Function<Variable, Variable> f, double x, double... derivatives) {
    return Arguments.of(name, f, x, derivatives);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("points")
  void derivativesAreWhatIsDocumented(
      String name, Function<Variable, Variable> f, double x, double[] derivatives) {
    Function<Variable, Variable> derivative = f;
    for (int order = 0; order < 3; order++) {
      derivative = Autodiff.grad(derivative);
      double actual = derivative.apply(Variable.scalar(x)).item();
      // Adding 0 turns −0 into 0.
      assertThat(actual + 0).as("%s, order %d", name, order + 1).isEqualTo(derivatives[order]);
    }
  }

  @Test
  void equalMaximaShareTheCotangent() {
    Variable x = Variable.of(new double[] {2, 1, 2, 2}).tracked();
    assertThat(Autodiff.grad(Ops.max(x), x).toDoubles())
        .containsExactly(1.0 / 3, 0, 1.0 / 3, 1.0 / 3);
  }

  @Test
  void aCotangentOfZeroTimesAnInfiniteSlopeIsUndefinedUnlessItIsStopped() {
    Variable x = Variable.scalar(0).tracked();
    Variable root = x.square().sqrt().times(0);
    assertThat(Autodiff.grad(root, x).item()).isNaN();
    Variable guarded = Ops.finiteCotangent(x).square().sqrt().times(0);
    assertThat(Autodiff.grad(guarded, x).item()).isZero();
  }

  /** The n-th derivative of x^p at 0 is p! for n = p and 0 for every other n. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void integerPowersHaveEveryDerivativeAtZero(int power) {
    for (Function<Variable, Variable> f :
        List.<Function<Variable, Variable>>of(
            x -> x.pow(power), x -> x.pow(Variable.scalar(power)))) {
      Function<Variable, Variable> derivative = f;
      double factorial = 1;
      for (int order = 1; order <= power + 4; order++) {
        factorial *= order;
        derivative = Autodiff.grad(derivative);
        assertThat(derivative.apply(Variable.scalar(0)).item() + 0)
            .as("x^%d, order %d", power, order)
            .isEqualTo(order == power ? factorial : 0);
      }
    }
  }

  static Arguments[] choices() {
    Formula zero = Formula.constant(0);
    return new Arguments[] {
      guarded("select", x -> x.greater(zero).select(x.sqrt(), zero)),
      guarded("the other branch", x -> x.greater(zero).negate().plus(1).select(zero, x.log())),
      guarded("a deep branch", x -> x.greater(zero).select(x.sqrt().log().exp().times(x), zero)),
      guarded(
          "select in select",
          x ->
              x.greater(zero)
                  .select(x.greater(Formula.constant(-1)).select(x.log(), x.sqrt()), zero)),
      guarded("gate", x -> x.sqrt().gate(x)),
      guarded("relu", x -> x.log().relu()),
      guarded("max", x -> x.log().max(Formula.constant(-3))),
      guarded("min", x -> x.log().negate().min(Formula.constant(3))),
      guarded("finite", x -> Formula.constant(1).over(x).finite()),
    };
  }

  private static Arguments guarded(String name, UnaryOperator<Formula> formula) {
    return Arguments.of(name, Fused.of(name, 1, x -> formula.apply(x[0])));
  }

  /** At 0 the branch that is taken is constant; the other one has no derivative there at all. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("choices")
  void theBranchNotTakenAddsNothingToAnyDerivative(String name, Fused formula) {
    Function<Variable, Variable> derivative = x -> formula.apply(x);
    for (int order = 1; order <= 5; order++) {
      derivative = Autodiff.grad(derivative);
      assertThat(derivative.apply(Variable.scalar(0)).item() + 0)
          .as("order %d", order)
          .isEqualTo(0);
    }
  }

  @Test
  void aValueThatBothBranchesUseKeepsItsOtherDerivatives() {
    // y = √x (only where x > 1) + 3√x: both use one root, and the second one is not guarded.
    Fused formula =
        Fused.of(
            "shared root",
            1,
            x -> {
              Formula root = x[0].sqrt();
              Formula one = Formula.constant(1);
              return x[0].greater(one).select(root, one).plus(root.times(3));
            });
    for (double at : new double[] {0.25, 4}) {
      Variable x = Variable.scalar(at);
      double slope = (at > 1 ? 4 : 3) * 0.5 / Math.sqrt(at);
      assertThat(Autodiff.grad((Variable v) -> formula.apply(v)).apply(x).item()).isEqualTo(slope);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-170, 1, 1e160, 1e200})
  void theNormOfLargeAndSmallNumbers(double scale) {
    Variable x = Variable.of(new double[] {3 * scale, -4 * scale}).tracked();
    Variable norm = Ops.norm(x);
    assertThat(norm.item() / scale).isCloseTo(5, within(1e-14));
    assertThat(Autodiff.grad(norm, x).toDoubles())
        .containsExactly(new double[] {.6, -.8}, within(1e-14));
    Variable f = Variable.of(new float[] {3e-30f, -4e-30f}).tracked();
    assertThat(Ops.norm(f).item() / 1e-30).isCloseTo(5, within(1e-5));
    assertThat(Autodiff.grad(Ops.norm(f), f).toDoubles())
        .containsExactly(new double[] {.6, -.8}, within(1e-6));
  }

  /** Read once where squares are numbers, twice where they are not, it is the same bit for bit. */
  @ParameterizedTest
  @ValueSource(floats = {1e-37f, 1e-30f, 1e-12f, 1e-3f, 1, 1e12f, 1e30f})
  void theNormOfConstantsIsThatOfVariables(float scale) {
    SplittableRandom random = new SplittableRandom(3);
    List<Variable> xs = new ArrayList<>();
    List<Variable> doubles = new ArrayList<>();
    for (int size : new int[] {200_000, 0, 7}) {
      float[] x = new float[size];
      double[] wide = new double[size];
      for (int i = 0; i < size; i++) {
        x[i] = scale * (float) random.nextDouble(-1, 1);
        wide[i] = Math.pow(scale, 5) * random.nextDouble(-1, 1);
      }
      xs.add(Variable.of(x, size));
      doubles.add(Variable.of(wide, size));
    }
    for (List<Variable> each : List.of(xs, doubles)) {
      assertThat(Ops.norm(each).item())
          .isPositive()
          .isEqualTo(Ops.norm(each.stream().map(Variable::tracked).toList()).item());
    }
  }

  @Test
  void theNormOfNothingAndOfInfinity() {
    Variable empty = Variable.of(new double[0], 0);
    assertThat(Ops.norm(empty).item()).isZero();
    assertThat(Ops.norm(List.of(empty, Variable.scalar(-2))).item()).isEqualTo(2);
    assertThat(Ops.norm(Variable.of(new double[] {INF, 1})).item()).isInfinite();
    assertThat(Ops.norm(Variable.of(new double[] {Double.NaN, 1})).item()).isNaN();
  }
}
