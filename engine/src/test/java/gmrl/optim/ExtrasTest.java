package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.GradientCheck;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.tree.TreeException;
import gmrl.tree.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Norms of any order, factors per leaf, trees as vectors, training that forgets. */
class ExtrasTest {
  private static Variable v(double... values) {
    return Variable.of(values, values.length);
  }

  @Test
  void amsGradIsPyTorchs() {
    Adam like = Adam.of(0.1).withBetas(0.9, 0.9).withWeightDecay(0.01);
    assertThat(sixSteps(new AmsGrad(like))).containsExactly(AMSGRAD, within(1e-12));
    assertThat(sixSteps(like)).containsExactly(ADAM, within(1e-12));
  }

  private static final double[] AMSGRAD = {
    0.6500552401098825, -2.1709481888345064, 0.8436194462081572
  };
  private static final double[] ADAM = {
    0.6126509892632584, -2.1727362284010456, 0.8801847797654003
  };

  private static double[] sixSteps(GradientTransform transform) {
    List<Variable> params = List.of(v(1, -2, 0.5));
    TransformState state = transform.init(params);
    for (int t = 0; t < 6; t++) {
      List<Variable> gradients = List.of(v(3, 0.1, -1).times(t == 0 ? 1 : 0.05));
      GradientTransform.Update<List<Variable>> update = transform.update(gradients, state, params);
      params = GradientTransform.apply(params, update.updates());
      state = update.state();
    }
    return params.get(0).toDoubles();
  }

  @Test
  void normsOfAnyOrderHavePyTorchsValuesAndDerivatives() {
    double[] orders = {1, 1.5, 3, Double.POSITIVE_INFINITY};
    double[] values = {9.001, 6.356113839320207, 4.626065009198317, 4};
    double[][] left = {
      {1, -1, 0},
      {0.6870127450485067, -0.7932939865809182, 0},
      {0.4205513644683262, -0.7476468701659131, 0},
      {0, -1, 0}
    };
    double[][] right = {
      {1, 1}, {0.012543079258553759, 0.5609435573858772},
      {4.672792938536958e-08, 0.18691171754147828}, {0, 0}
    };
    for (int i = 0; i < orders.length; i++) {
      Variable a = v(3, -4, 0).tracked();
      Variable b = v(1e-3, 2).tracked();
      Variable norm = Ops.norm(List.of(a, b, v()), orders[i]);
      assertThat(norm.item()).isCloseTo(values[i], within(1e-12));
      List<Variable> gradient = Autodiff.grad(norm, List.of(a, b));
      assertThat(gradient.get(0).toDoubles()).containsExactly(left[i], within(1e-12));
      assertThat(gradient.get(1).toDoubles()).containsExactly(right[i], within(1e-12));
      // Neither squares nor powers overflow, and nothing is undefined at 0.
      assertThat(Ops.norm(List.of(v(3e200, -4e200)), orders[i]).item())
          .isCloseTo(1e200 * Ops.norm(List.of(v(3, -4)), orders[i]).item(), within(1e186));
      Variable zero = v(0, 0).tracked();
      Variable slope = Autodiff.grad(Ops.norm(List.of(zero), orders[i]), zero);
      assertThat(slope.toDoubles()).containsExactly(0, 0);
      assertThat(Autodiff.grad(slope.sum(), zero).toDoubles()).containsExactly(0, 0);
    }
    GradientCheck.check(x -> Ops.norm(x, 3), List.of(v(1, -2), v(0.5)), 3, 1e-6);
    for (double order : orders) {
      assertThat(Ops.norm(List.of(v(Double.NaN, 1)), order).item()).isNaN();
      assertThat(Ops.norm(List.of(v(1, Double.NEGATIVE_INFINITY)), order).item()).isNotIn(0.0, 1.0);
    }
    assertThatThrownBy(() -> Ops.norm(List.of(v(1)), 0.5)).hasMessageContaining("not 0.5");
    assertThatThrownBy(() -> new ClipByGlobalNorm.Norm(0)).hasMessageContaining("not 0.0");
  }

  @Test
  void everyLeafHasALearnedRateOfItsOwn() {
    List<Variable> rates = List.of(Variable.scalar(0.1).tracked(), v(1, 10).tracked());
    MetaOptimizer<Map<String, Variable>> inner =
        MetaOptimizer.of(
            Sgd.of(1).then(ScaleEach.by(Map.of("a", rates.get(0), "b", rates.get(1)))),
            Map.of("a", v(1, 2), "b", v(3, 4)));
    inner.step(inner.params().get("a").square().sum().plus(inner.params().get("b").sum()));
    assertThat(inner.params().get("a").toDoubles())
        .containsExactly(new double[] {0.8, 1.6}, within(1e-15));
    assertThat(inner.params().get("b").toDoubles()).containsExactly(2, -6);
    Variable outer = inner.params().get("a").sum().plus(inner.params().get("b").square().sum());
    List<Variable> gradient = Autodiff.grad(outer, rates);
    assertThat(gradient.get(0).item()).isEqualTo(-6);
    assertThat(gradient.get(1).toDoubles()).containsExactly(-4, 12);
    assertThatThrownBy(() -> new ScaleEach(rates).init(List.of(v(1))))
        .hasMessageContaining("2 factors for 1 leaves");
  }

  record Layer(Variable weights, int units, List<Variable> rest) {}

  @Test
  void aTreeBecomesAVectorAndComesBack() {
    Layer layer =
        new Layer(
            Variable.of(new double[][] {{1, 2}, {3, 4}}).tracked(),
            7,
            List.of(Variable.of(new float[] {5, 6}, 2), v()));
    Raveled<Layer> raveled = Raveled.of(layer);
    assertThat(raveled.vector().toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    Layer doubled = raveled.unravel(raveled.vector().times(2));
    assertThat(doubled.units()).isEqualTo(7);
    assertThat(doubled.weights().shape()).containsExactly(2, 2);
    assertThat(doubled.rest().get(0).type()).isEqualTo(DataType.FLOAT);
    assertThat(doubled.rest().get(0).toDoubles()).containsExactly(10, 12);
    Variable loss = doubled.weights().square().sum();
    assertThat(Autodiff.grad(loss, layer.weights()).toDoubles()).containsExactly(8, 16, 24, 32);
    assertThatThrownBy(() -> raveled.unravel(v(1))).hasMessageContaining("expected 6 in one");
    assertThatThrownBy(() -> Raveled.of(List.of("x"))).hasMessageContaining("no variables");
  }

  @Test
  void ordinaryTrainingFollowsPyTorchAndForgets() {
    PlainOptimizer<List<Variable>> training = PlainOptimizer.of(Adam.of(0.1), List.of(v(1, -2)));
    double[] losses = new double[5];
    for (int t = 0; t < 5; t++) {
      List<Variable> before = training.params();
      losses[t] = training.step(p -> p.get(0).minus(v(0.3, 0.4)).square().sum());
      assertThat(training.params().get(0).isLeaf()).isTrue();
      assertThat(training.state().arrays()).noneMatch(Variable::isTracked);
      assertThat(before.get(0)).isNotSameAs(training.params().get(0));
    }
    assertThat(losses)
        .containsExactly(
            new double[] {
              6.25, 5.650000001815476, 5.091282415251672, 4.574293861157996, 4.099039522889832
            },
            within(1e-12));
    assertThat(training.params().get(0).toDoubles())
        .containsExactly(new double[] {0.5145516422825562, -1.5023411140940552}, within(1e-12));
  }

  @Test
  void whatALossGivesBesidesComesOut() {
    var result =
        Autodiff.valueGradAndAuxiliary(
            x ->
                new Autodiff.WithAuxiliary<>(
                    x.get(0).square().sum(), "of " + x.get(0).size() + " numbers"),
            List.of(v(1, 2)));
    assertThat(result.value().item()).isEqualTo(5);
    assertThat(result.gradient().get(0).toDoubles()).containsExactly(2, 4);
    assertThat(result.auxiliary()).isEqualTo("of 2 numbers");
  }

  @Test
  void everyPlaceThatDoesNotFitIsNamed() {
    Trees trees = Trees.standard();
    Object prefix = Map.of("a", List.of(1, 2), "b", List.of(1), "c", 5, "d", Map.of("x", 1));
    Object full = Map.of("a", List.of(1, 2, 3), "b", 7, "c", List.of(1), "d", Map.of("y", 1));
    List<TreeException> errors = trees.spec(prefix).prefixErrors(full);
    assertThat(errors)
        .extracting(TreeException::kind)
        .containsExactly(
            TreeException.Kind.ARITY_MISMATCH,
            TreeException.Kind.TYPE_MISMATCH,
            TreeException.Kind.KEY_MISMATCH);
    assertThat(errors).extracting(e -> e.path().toString()).doesNotHaveDuplicates();
    assertThat(trees.spec(prefix).prefixErrors(prefix)).isEmpty();
    assertThatThrownBy(() -> trees.spec(prefix).flattenUpTo(full))
        .hasMessage(errors.get(0).getMessage());
  }

  @Test
  void schedulesRulesAndStagesAreOpen() {
    Schedule halves = count -> Math.pow(0.5, count);
    LeafRule sign =
        new LeafRule() {
          @Override
          public List<Variable> start(Variable param) {
            return new ArrayList<>();
          }

          @Override
          public Result update(Variable g, int step, List<Variable> memory, Variable param) {
            return new Result(g.over(g.abs()), memory);
          }
        };
    GradientTransform own = new PerLeaf(sign).then(new LearningRate(halves));
    PlainOptimizer<List<Variable>> training = PlainOptimizer.of(own, List.of(v(10)));
    training.apply(Arrays.asList(v(3)));
    training.apply(Arrays.asList(v(-3)));
    assertThat(training.params().get(0).item()).isEqualTo(9.5);
  }
}
