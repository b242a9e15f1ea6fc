package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Meta-gradients through K differentiable updates equal the reference's.
 *
 * <p>Where the reference has NaN (√ at an exactly zero gradient) every number here is finite.
 */
class MetaGradientGoldenTest {

  private static final JsonNode GOLDEN = Golden.read("optim_meta_gradients.json");
  private static final int SAMPLES = 6;

  @TestFactory
  Stream<DynamicTest> metaGradients() {
    return StreamSupport.stream(GOLDEN.get("cases").spliterator(), false)
        .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> check(c)));
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static void check(JsonNode c) {
    try (Scope scope = Scope.open()) {
      Variable eta = Variable.of(GoldenOptim.vector(GOLDEN.get("eta"))).tracked();
      Map<String, Variable> start = new LinkedHashMap<>();
      GoldenOptim.tree(GOLDEN.get(c.get("start").asText()))
          .forEach((name, value) -> start.put(name, value.tracked(name)));
      GradientTransform transform = GoldenOptim.transform(c, c.get("optimizer").asText());
      var inner = MetaOptimizer.of(transform, start);
      List<Double> losses = new ArrayList<>();
      for (int k = 0; k < c.get("K").asInt(); k++) {
        Variable loss = innerLoss(inner.params(), eta, c.get("weight_decay_term").asBoolean());
        losses.add(loss.item());
        inner.step(loss);
      }
      Variable outer = squaredErrors(inner.params(), "xv", "yv").mean();

      close(losses.stream().mapToDouble(x -> x).toArray(), c.get("inner_losses"), 1e-11, 0);
      inner
          .params()
          .forEach((name, value) -> close(value, c.get("params_final").get(name), 1e-11, 0));
      assertThat(outer.item()).isCloseTo(c.get("outer_loss").asDouble(), within11());

      List<Variable> wrt = new ArrayList<>(List.of(eta));
      wrt.addAll(start.values());
      List<Variable> gradient = Autodiff.grad(outer, wrt);
      double abs = c.get("expected_tolerance").get("abs").asDouble();
      double rel = c.get("expected_tolerance").get("rel").asDouble();
      close(gradient.get(0), c.get("meta_grad_eta"), abs, rel);
      int i = 1;
      for (String name : start.keySet()) {
        close(gradient.get(i++), c.get("meta_grad_params0").get(name), abs, rel);
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within11() {
    return org.assertj.core.api.Assertions.within(1e-11);
  }

  private static Variable innerLoss(Map<String, Variable> theta, Variable eta, boolean decays) {
    Variable weights = Ops.slice(eta, 0, 0, SAMPLES).sigmoid();
    Variable perSample = Ops.mean(squaredErrors(theta, "x", "y"), 1);
    Variable loss = weights.times(perSample).mean();
    if (!decays) {
      return loss;
    }
    Variable norm = Variable.scalar(0);
    for (Variable leaf : theta.values()) {
      norm = norm.plus(leaf.square().sum());
    }
    Variable strength = Ops.slice(eta, 0, SAMPLES, SAMPLES + 1).sum().exp();
    return loss.plus(strength.times(norm).times(0.5));
  }

  private static Variable squaredErrors(Map<String, Variable> theta, String x, String y) {
    Variable in = GoldenOptim.variable(GOLDEN.get(x));
    Variable hidden = in.matmul(theta.get("w1")).plus(theta.get("b1")).tanh();
    Variable out = hidden.matmul(theta.get("w2")).plus(theta.get("b2"));
    return out.minus(GoldenOptim.variable(GOLDEN.get(y))).square();
  }

  private static void close(Variable actual, JsonNode expected, double abs, double rel) {
    close(actual.toDoubles(), expected, abs, rel);
  }

  private static void close(double[] actual, JsonNode expected, double abs, double rel) {
    List<Double> want = new ArrayList<>();
    flatten(expected, want);
    assertThat(actual).hasSize(want.size());
    for (int i = 0; i < actual.length; i++) {
      double w = want.get(i);
      assertThat(actual[i]).isFinite();
      if (!Double.isNaN(w)) {
        assertThat(Math.abs(actual[i] - w))
            .as("entry %d: %s against %s", i, actual[i], w)
            .isLessThanOrEqualTo(abs + rel * Math.abs(w));
      }
    }
  }

  private static void flatten(JsonNode n, List<Double> out) {
    if (n.isArray()) {
      n.forEach(item -> flatten(item, out));
    } else {
      out.add(n.asDouble(Double.NaN));
    }
  }
}
