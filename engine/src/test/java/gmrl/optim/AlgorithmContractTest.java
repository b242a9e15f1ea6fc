package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.GradientCheck;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** What every optimiser promises, checked for all of them. */
class AlgorithmContractTest {

  /** Every algorithm, those with variants in each of them. */
  static Stream<Optimizer> algorithms() {
    return Stream.of(
        Sgd.of(0.1),
        Sgd.of(0.1).withMomentum(0.9).withDampening(0.3).withWeightDecay(0.1),
        Sgd.of(0.1).withMomentum(0.9).withNesterov().maximising(),
        Adam.of(0.1).withEpsRoot(1e-3).withWeightDecay(0.1),
        Adam.of(0.1).withBetas(0.8, 0.9).withEps(0.1).maximising(),
        new AdamW(Adam.of(0.1).withEpsRoot(1e-3), 0.2),
        new AdamW(Adam.of(0.1).withEps(0.1).maximising(), 0.01),
        AdaMax.of(0.1).withEps(0.01).withBetas(0.8, 0.7),
        RAdam.of(0.1).withBetas(0.8, 0.7).withEps(0.1),
        RmsProp.of(0.1).withEps(0.1),
        RmsProp.of(0.1).centring().withMomentum(0.5).withNesterov().withEps(0.1),
        AdaGrad.of(0.5).withInitialAccumulator(0.1).withRateDecay(0.02),
        AdaDelta.of(1.0).withEps(0.01).withWeightDecay(0.1),
        new AmsGrad(Adam.of(0.1).withBetas(0.8, 0.7).withEps(0.1)),
        new FusedAdam(Adam.of(0.1).withEpsRoot(1e-3)),
        new FusedAdam(Adam.of(0.1).withEps(0.1).withWeightDecay(0.1)));
  }

  @Test
  void noAlgorithmIsLeftOut() {
    Set<Class<?>> covered =
        algorithms().map(Object::getClass).collect(Collectors.toUnmodifiableSet());
    assertThat(covered).contains(Optimizer.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void fourUpdatesAreDifferentiableToThirdOrderInParametersAndGradients(Optimizer algorithm) {
    List<Variable> at = new ArrayList<>(List.of(Variable.of(new double[] {0.7, -0.3, 1.1})));
    for (int t = 0; t < 4; t++) {
      at.add(Variable.of(new double[] {0.5 + 0.3 * t, -0.9 + 0.2 * t, 0.4 - 0.27 * t}));
    }
    GradientCheck.check(x -> run(algorithm, x.get(0), x.subList(1, 5)), at, 3, 2e-5);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void updatesDependOnNothingButTheirArguments(Optimizer algorithm) {
    Variable start = Variable.of(new double[] {0.7, -0.3});
    Variable g = Variable.of(new double[] {0.2, -0.4});
    TransformState first =
        algorithm
            .updateLeaves(List.of(g), algorithm.initLeaves(List.of(start)), List.of(start))
            .state();
    double[] once = update(algorithm, g, first, start);
    update(algorithm, g.times(3), algorithm.initLeaves(List.of(start)), start);
    assertThat(update(algorithm, g, first, start)).containsExactly(once);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void theStateCarriesDerivatives(Optimizer algorithm) {
    Variable start = Variable.of(new double[] {0.7, -0.3});
    Variable early = Variable.of(new double[] {0.2, -0.4}).tracked();
    TransformState state = algorithm.initLeaves(List.of(start));
    state = algorithm.updateLeaves(List.of(early), state, List.of(start)).state();
    Variable late = Variable.of(new double[] {0.3, 0.1}).tracked();
    Variable u =
        algorithm.updateLeaves(List.of(late), state, List.of(start)).updates().get(0).sum();
    boolean remembers = !state.arrays().isEmpty();
    double[] slope = Autodiff.grad(u, early).toDoubles();
    assertThat(Arrays.stream(slope).anyMatch(x -> x != 0)).isEqualTo(remembers);
    TransformState cut = state.detach();
    Variable after = algorithm.updateLeaves(List.of(late), cut, List.of(start)).updates().get(0);
    assertThat(Autodiff.grad(after.sum(), early).toDoubles()).containsExactly(0, 0);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void aQuadraticIsMinimisedOrMaximised(Optimizer algorithm) {
    Variable target = Variable.of(new double[] {0.3, -0.2});
    boolean maximises = algorithm.toString().contains("maximise=true");
    Variable x = Variable.of(new double[] {1, 1});
    TransformState state = algorithm.initLeaves(List.of(x));
    for (int t = 0; t < 200; t++) {
      Variable g = x.minus(target).times(maximises ? -1 : 1);
      var leaves = algorithm.updateLeaves(List.of(g), state, List.of(x));
      x = x.plus(leaves.updates().get(0));
      state = leaves.state();
    }
    assertThat(Ops.norm(x.minus(target)).item()).isLessThan(0.2);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void aLeafWithoutGradientStaysAndKeepsItsStateAndCount(Optimizer algorithm) {
    Variable a = Variable.of(new double[] {1, 2});
    Variable b = Variable.of(new double[] {3});
    Variable ga = Variable.of(new double[] {0.1, 0.2});
    Variable gb = Variable.of(new double[] {0.5}, 1);
    TransformState alone = algorithm.initLeaves(List.of(b));
    double[] expected = update(algorithm, gb, alone, b);

    TransformState state = algorithm.initLeaves(List.of(a, b));
    var without = algorithm.updateLeaves(Arrays.asList(ga, null), state, List.of(a, b));
    assertThat(without.updates().get(1)).isNull();
    var with = algorithm.updateLeaves(List.of(ga, gb), without.state(), List.of(a, b));
    assertThat(with.updates().get(1).toDoubles()).containsExactly(expected, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void floatsStayFloats(Optimizer algorithm) {
    Variable x = Variable.of(new float[] {1, 2});
    var leaves = algorithm.updateLeaves(List.of(x), algorithm.initLeaves(List.of(x)), List.of(x));
    assertThat(leaves.updates().get(0).type()).isEqualTo(DataType.FLOAT);
    leaves.state().arrays().forEach(v -> assertThat(v.type()).isEqualTo(DataType.FLOAT));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void anExactlyZeroGradientGivesFiniteDerivativesToSecondOrder(Optimizer algorithm) {
    Variable theta = Variable.of(new double[] {0, 0.5}).tracked();
    Variable g = Variable.of(new double[] {0, 0}).tracked();
    Variable end = run(algorithm, theta, List.of(g, g.times(2), g));
    List<Variable> first = Autodiff.grad(end.sum(), List.of(theta, g));
    Variable sum = first.get(0).sum().plus(first.get(1).sum());
    List<Variable> second = sum.isTracked() ? Autodiff.grad(sum, List.of(theta, g)) : List.of();
    for (Variable v : Stream.concat(first.stream(), second.stream()).toList()) {
      for (double x : v.toDoubles()) {
        assertThat(x).isFinite();
      }
    }
  }

  private static Variable run(Optimizer algorithm, Variable start, List<Variable> gradients) {
    Variable x = start;
    TransformState state = algorithm.initLeaves(List.of(x));
    for (Variable g : gradients) {
      var leaves = algorithm.updateLeaves(List.of(g), state, List.of(x));
      x = x.plus(leaves.updates().get(0));
      state = leaves.state();
    }
    return x;
  }

  private static double[] update(
      Optimizer algorithm, Variable g, TransformState state, Variable param) {
    return algorithm.updateLeaves(List.of(g), state, List.of(param)).updates().get(0).toDoubles();
  }
}
