package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
}
