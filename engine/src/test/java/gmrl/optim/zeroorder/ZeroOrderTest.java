package gmrl.optim.zeroorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import gmrl.optim.GoldenOptim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Estimates with given directions equal the textbook's; drawn ones are unbiased. */
class ZeroOrderTest {

  private static final JsonNode GOLDEN = Golden.read("zero_order.json");
  private static final Variable W = GoldenOptim.variable(GOLDEN.get("w"));
  private static final Variable B = GoldenOptim.variable(GOLDEN.get("b"));
  private static final List<Variable> AT = List.of(W, B);

  private static Variable f(List<Variable> x) {
    Variable c = GoldenOptim.variable(GOLDEN.get("c"));
    Variable w = x.get(0);
    Variable b = x.get(1);
    Variable hidden = w.matmul(b.reshape(3, 1)).reshape(2).plus(c).tanh().sum();
    return hidden.plus(b.square().sum().times(0.5)).plus(w.square().sum().times(0.3));
  }

  @TestFactory
  Stream<DynamicTest> textbookValues() {
    return StreamSupport.stream(GOLDEN.get("cases").spliterator(), false)
        .map(
            c ->
                DynamicTest.dynamicTest(
                    "%s n=%s σ=%s %s"
                        .formatted(
                            c.get("method").asText(),
                            c.get("num_samples"),
                            c.get("sigma"),
                            c.get("argnums")),
                    () -> check(c)));
  }

  private static void check(JsonNode c) {
    int n = c.get("num_samples").asInt();
    Smoothing.Method method =
        Smoothing.Method.valueOf(c.get("method").asText().toUpperCase(Locale.ROOT));
    Smoothing smoothing = new Smoothing(method, n, c.get("sigma").asDouble());
    List<Integer> arguments = new ArrayList<>();
    c.get("argnums").forEach(a -> arguments.add(a.asInt()));
    List<List<Variable>> noise = new ArrayList<>();
    for (int s = 0; s < n; s++) {
      List<Variable> all = new ArrayList<>();
      for (int a : arguments) {
        all.add(GoldenOptim.variable(GOLDEN.get("noise").get(s).get(a == 0 ? "w" : "b")));
      }
      noise.add(all);
    }
    List<Variable> at = arguments.stream().map(AT::get).toList();
    List<Variable> gradient =
        smoothing.along(x -> f(whole(x, arguments)).item(), at, noise).gradient();
    double upstream = GOLDEN.get("upstream").asDouble();
    for (int i = 0; i < arguments.size(); i++) {
      JsonNode expected = c.get("textbook").get(arguments.get(i) == 0 ? "w" : "b");
      double[] want = GoldenOptim.variable(expected).toDoubles();
      double[] got = gradient.get(i).times(upstream).toDoubles();
      for (int j = 0; j < want.length; j++) {
        assertThat(got[j]).isCloseTo(want[j], within(1e-10 * Math.max(1, Math.abs(want[j]))));
      }
    }
  }

  private static List<Variable> whole(List<Variable> x, List<Integer> arguments) {
    List<Variable> all = new ArrayList<>(AT);
    for (int i = 0; i < arguments.size(); i++) {
      all.set(arguments.get(i), x.get(i));
    }
    return all;
  }

  @Test
  void finiteDifferencesGiveTheGradientAndCountTheirEvaluations() {
    ZeroOrder.Estimate e =
        new FiniteDifferences(1e-5).gradient(x -> f(x).item(), AT, new SplittableRandom(1));
    JsonNode truth = GOLDEN.get("true_gradient");
    assertThat(e.gradient().get(0).toDoubles())
        .containsExactly(GoldenOptim.variable(truth.get("w")).toDoubles(), within(1e-9));
    assertThat(e.gradient().get(1).toDoubles())
        .containsExactly(GoldenOptim.variable(truth.get("b")).toDoubles(), within(1e-9));
    assertThat(e.evaluations()).isEqualTo(18);
  }

  @ParameterizedTest
  @EnumSource(Smoothing.Method.class)
  void drawnEstimatesAreUnbiasedOnAQuadraticWhereSmoothingDoesNothing(Smoothing.Method method) {
    Variable x = Variable.of(new double[] {0.5, -1});
    SplittableRandom random = new SplittableRandom(7);
    int n = 4000;
    double sum = 0;
    double squares = 0;
    Smoothing one = new Smoothing(method, 1, 0.5);
    for (int i = 0; i < n; i++) {
      double g =
          one.gradient(v -> v.get(0).square().sum().item(), List.of(x), random)
              .gradient()
              .get(0)
              .get(1);
      sum += g;
      squares += g * g;
    }
    double mean = sum / n;
    double standardError = Math.sqrt((squares / n - mean * mean) / n);
    assertThat(Math.abs(mean + 2)).isLessThan(4 * standardError);
  }

  @Test
  void aPieceWithoutDerivativeJoinsADifferentiableProgram() {
    Variable x = Variable.of(new double[] {0.5, -1}).tracked();
    Smoothing smoothing = new Smoothing(Smoothing.Method.ANTITHETIC, 3000, 0.1);
    Variable y =
        smoothing.differentiable(
            v -> v.get(0).square().sum(), List.of(x.times(2)), new SplittableRandom(3));
    assertThat(y.item()).isEqualTo(5);
    // d(4 x²)/dx = 8x.
    double[] slope = Autodiff.grad(y.times(3), x).toDoubles();
    assertThat(slope).containsExactly(new double[] {12, -24}, within(1.5));
    assertThat(Autodiff.grad(y.times(3), x).toDoubles()).containsExactly(slope);
  }

  @Test
  void badSettingsAreQuoted() {
    assertThatThrownBy(() -> new Smoothing(Smoothing.Method.NAIVE, 0, 1))
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> new FiniteDifferences(-1)).hasMessageContaining("not -1.0");
  }
}
