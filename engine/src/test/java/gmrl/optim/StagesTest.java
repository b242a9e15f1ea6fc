package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.GradientCheck;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clips, masks, decay and learned rates. */
class StagesTest {
  private static final List<ClipByGlobalNorm.Norm> NORMS =
      List.of(
          ClipByGlobalNorm.Norm.L1,
          ClipByGlobalNorm.Norm.L2,
          new ClipByGlobalNorm.Norm(3),
          ClipByGlobalNorm.Norm.MAX);

  private static Variable v(double... values) {
    return Variable.of(values, values.length);
  }

  private static List<Variable> through(GradientTransform transform, Variable... gradients) {
    List<Variable> all = Arrays.asList(gradients);
    return transform.updateLeaves(all, transform.initLeaves(all), all).updates();
  }

  @Test
  void theGlobalNormSpansAllLeavesAndSkipsAbsentOnes() {
    List<Variable> out = through(ClipByGlobalNorm.of(1), v(3), v(0, 4));
    assertThat(out.get(0).get(0)).isCloseTo(0.6, within(1e-6));
    assertThat(out.get(1).get(1)).isCloseTo(0.8, within(1e-6));
    assertThat(through(ClipByGlobalNorm.of(10), v(3), v(0, 4)).get(0).get(0)).isEqualTo(3);
    ClipByGlobalNorm clip = ClipByGlobalNorm.of(1);
    var leaves =
        clip.updateLeaves(Arrays.asList(null, v(2)), TransformState.empty(), List.of(v(1), v(1)));
    assertThat(leaves.updates().get(0)).isNull();
    assertThat(leaves.updates().get(1).get(0)).isCloseTo(1, within(1e-6));
  }

  @Test
  void theFactorIsConstantUnlessAskedOtherwise() {
    Variable g = v(3, 4).tracked();
    Variable constant = through(ClipByGlobalNorm.of(1), g).get(0);
    assertThat(Autodiff.grad(constant.sum(), g).toDoubles())
        .containsExactly(new double[] {0.2, 0.2}, within(1e-6));
    for (ClipByGlobalNorm.Norm norm : NORMS) {
      GradientCheck.check(
          x -> through(new ClipByGlobalNorm(1, norm, false), x.get(0)).get(0),
          List.of(v(3, 4)),
          3,
          1e-6);
    }
  }

  @Test
  void clippingByValuePassesDerivativesInsideOnly() {
    Variable g = v(-3, -1, 0.5, 1, 2).tracked();
    Variable out = through(new ClipByValue(1), g).get(0);
    assertThat(out.toDoubles()).containsExactly(-1, -1, 0.5, 1, 1);
    assertThat(Autodiff.grad(out.sum(), g).toDoubles()).containsExactly(0, 1, 1, 1, 0);
  }

  @Test
  void masksSelectLeavesByTreeOrByPath() {
    Map<String, Object> params = Map.of("layer", List.of(v(1), v(2)), "bias", v(3));
    Map<String, Object> gradients = Map.of("layer", List.of(v(0), v(0)), "bias", v(0));
    GradientTransform decay = new WeightDecay(0.5);
    for (Masked masked :
        List.of(
            Masked.of(decay, params, Map.of("layer", true, "bias", false)),
            Masked.where(decay, params, path -> !path.join("/").contains("bias")))) {
      var update = masked.update(gradients, masked.init(params), params).updates();
      assertThat(((Variable) update.get("bias")).get(0)).isZero();
      List<?> layer = (List<?>) update.get("layer");
      assertThat(((Variable) layer.get(0)).get(0)).isEqualTo(0.5);
      assertThat(((Variable) layer.get(1)).get(0)).isEqualTo(1);
    }
    assertThatThrownBy(() -> Masked.of(decay, params, Map.of("layer", true)))
        .hasMessageContaining("differ at *");
    assertThatThrownBy(() -> through(new Masked(decay, List.of(true)), v(1), v(2)))
        .hasMessage("The mask has 1 entries, but there are 2 leaves");
  }

  @Test
  void frozenLeavesKeepOptimisersAwayFromTheirGradients() {
    List<Variable> params = List.of(v(1), v(2));
    GradientTransform frozen =
        new Masked(ScaleBy.by(0), List.of(false, true)).then(Sgd.of(0.1).withMomentum(0.9));
    var update = frozen.update(List.of(v(1), v(1)), frozen.init(params), params);
    assertThat(update.updates().get(0).get(0)).isEqualTo(-0.1);
    assertThat(update.updates().get(1).get(0)).isZero();
  }

  @Test
  void aLearningRateCanBeLearned() {
    // θ₁ = θ₀ − a θ₀ and loss ½θ₁²: d/da = −θ₀² (1 − a).
    Variable rate = Variable.scalar(0.3).tracked("rate");
    var inner = MetaOptimizer.of(Sgd.of(1).then(ScaleBy.by(rate)), List.of(Variable.scalar(2)));
    inner.step(inner.params().get(0).square().times(0.5));
    Variable outer = inner.params().get(0).square().times(0.5);
    assertThat(Autodiff.grad(outer, rate).item()).isCloseTo(-4 * 0.7, within(1e-12));
  }

  @Test
  void whatIsUndefinedDoesNotFlowBack() {
    Variable g = v(0, 4).tracked();
    Variable plain = g.sqrt();
    Variable cut = through(new FiniteCotangents(), g).get(0).sqrt();
    assertThat(Autodiff.grad(plain.sum(), g).get(0)).isInfinite();
    assertThat(Autodiff.grad(cut.sum(), g).toDoubles()).containsExactly(0, 0.25);
  }

  @Test
  void gradientsMustFitTheirParameters() {
    GradientTransform sgd = Sgd.of(0.1);
    Map<String, Variable> params = Map.of("w", v(1, 2));
    TransformState state = sgd.init(params);
    assertThatThrownBy(() -> sgd.update(Map.of("w", v(1)), state, params))
        .hasMessage("The gradient at *['w'] has shape [1], but its parameter has [2]");
    assertThatThrownBy(() -> sgd.update(Map.of("v", v(1)), state, params))
        .hasMessageContaining("lacks 'w' and has 'v' besides");
    assertThatThrownBy(() -> Adam.of(0.1).update(params, state, params))
        .hasMessageContaining("This state was not made by");
  }

  @Test
  void hyperparametersOutOfRangeAreQuoted() {
    assertThatThrownBy(() -> Adam.of(0.1).withBetas(0.9, 1))
        .hasMessage("second decay rate must be in [0, 1), not 1.0");
    assertThatThrownBy(() -> Adam.of(Double.NaN)).hasMessageContaining("not NaN");
    assertThatThrownBy(() -> Sgd.of(0.1).withNesterov()).hasMessageContaining("Nesterov");
    assertThatThrownBy(() -> ClipByGlobalNorm.of(-1)).hasMessageContaining("not -1.0");
  }

  @Test
  void applyingUpdatesKeepsTheTypeOfTheTree() {
    record Net(Variable w, List<Variable> rest) {}
    Net net = new Net(v(1), List.of(v(2)));
    Net next = GradientTransform.apply(net, new Net(v(10), Arrays.asList((Variable) null)));
    assertThat(next.w().get(0)).isEqualTo(11);
    assertThat(next.rest().get(0).get(0)).isEqualTo(2);
    assertThat(Ops.norm(next.w()).item()).isEqualTo(11);
  }
}
