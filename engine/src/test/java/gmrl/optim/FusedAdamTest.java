package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fused Adam is Adam: values, gradients and Hessian products of a run agree to rounding. */
class FusedAdamTest {

  static Stream<Adam> settings() {
    return Stream.of(
        Adam.of(0.05),
        Adam.of(0.05).withEpsRoot(1e-3).withWeightDecay(0.1),
        Adam.of(0.05).withBetas(0.5, 0.8).withEps(0.01).maximising());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void valuesAndDerivativesAgreeWithTheComposedRule(Adam adam) {
    List<double[]> composed = derivatives(adam);
    List<double[]> fused = derivatives(new FusedAdam(adam));
    for (int i = 0; i < composed.size(); i++) {
      double scale = 0;
      for (double x : composed.get(i)) {
        scale = Math.max(scale, Math.abs(x));
      }
      assertThat(fused.get(i)).containsExactly(composed.get(i), within(1e-11 * Math.max(1, scale)));
    }
  }

  /** θ after three steps, its gradient, and the product of the Hessian with ones. */
  private static List<double[]> derivatives(Optimizer algorithm) {
    Variable start = Variable.of(new double[] {0.3, -0.8, 0}).tracked();
    Variable scale = Variable.of(new double[] {1.5, 0.4, 2}).tracked();
    var run = MetaOptimizer.of(algorithm, List.of(start));
    for (int t = 0; t < 3; t++) {
      Variable x = run.params().get(0);
      // The last coordinate rests at 0, where its gradient is exactly 0.
      run.step(Ops.sin(x.times(scale)).square().sum());
    }
    Variable end = run.params().get(0);
    List<double[]> out = new ArrayList<>();
    out.add(end.toDoubles());
    List<Variable> wrt = List.of(start, scale);
    List<Variable> first = Autodiff.grad(end.square().sum(), wrt);
    first.forEach(v -> out.add(v.toDoubles()));
    Variable live = Ops.slice(first.get(0), 0, 0, 2).sum().plus(first.get(1).sum());
    Autodiff.grad(live, wrt).forEach(v -> out.add(v.toDoubles()));
    return out;
  }
}
