package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.tree.NodeType;
import gmrl.tree.TreeException;
import gmrl.tree.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Whatever users keep their parameters in comes back as what it was. */
class ParameterTreesTest {
  private static final List<ClipByGlobalNorm.Norm> NORMS =
      List.of(
          ClipByGlobalNorm.Norm.L1,
          ClipByGlobalNorm.Norm.L2,
          new ClipByGlobalNorm.Norm(3),
          ClipByGlobalNorm.Norm.MAX);

  enum Kind {
    LINEAR
  }

  record Layer(Variable weights, int units, Kind kind, ArrayList<Variable> biases) {}

  private static Variable number(double x) {
    return Variable.of(new double[] {x});
  }

  private static <P> P afterTwoSteps(P start, java.util.function.Function<P, Variable> loss) {
    MetaOptimizer<P> optimizer = MetaOptimizer.of(Adam.of(0.1), start);
    optimizer.step(loss.apply(optimizer.params()));
    optimizer.step(loss.apply(optimizer.params()));
    return optimizer.params();
  }

  @Test
  void listsAndMapsOfUsersComeBackInTheirClass() {
    ArrayList<Variable> list =
        afterTwoSteps(
            new ArrayList<>(List.of(number(1), number(-2))),
            p -> p.get(0).square().plus(p.get(1).square()).sum());
    list.add(number(3));
    assertThat(list.get(0).item()).isCloseTo(0.8, within(1e-3));
    HashMap<String, Variable> hash =
        afterTwoSteps(new HashMap<>(Map.of("w", number(1))), p -> p.get("w").square().sum());
    assertThat(hash.get("w").item()).isCloseTo(0.8, within(1e-3));
    LinkedHashMap<String, Variable> linked = new LinkedHashMap<>();
    linked.put("z", number(1));
    linked.put("a", number(-1));
    linked = afterTwoSteps(linked, p -> p.get("z").square().plus(p.get("a").square()).sum());
    assertThat(linked.keySet()).containsExactly("z", "a");
    TreeMap<String, Variable> sorted = new TreeMap<>(java.util.Comparator.reverseOrder());
    sorted.put("a", number(1));
    sorted.put("b", number(2));
    sorted = afterTwoSteps(sorted, p -> p.get("a").times(p.get("b")).sum());
    assertThat(sorted.firstKey()).isEqualTo("b");
    assertThatThrownBy(() -> afterTwoSteps(List.of(number(1)), p -> p.get(0).sum()).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void partsThatAreNoVariablesStayWhatTheyAre() {
    Layer start = new Layer(number(1), 7, Kind.LINEAR, new ArrayList<>(List.of(number(2))));
    Layer end =
        afterTwoSteps(start, p -> p.weights().square().plus(p.biases().get(0).square()).sum());
    assertThat(end.units()).isEqualTo(7);
    assertThat(end.kind()).isEqualTo(Kind.LINEAR);
    assertThat(end.weights().item()).isCloseTo(0.8, within(1e-3));
    assertThat(end.biases().get(0).item()).isCloseTo(1.8, within(1e-3));
    GradientTransform frozen =
        Masked.where(ScaleBy.by(0), start, path -> path.toString().contains("weights"))
            .then(Sgd.of(0.1));
    var step = frozen.update(start, frozen.init(start), start);
    assertThat(step.updates().weights().item()).isZero();
    assertThat(step.updates().biases().get(0).item()).isEqualTo(-0.2, within(1e-12));
  }

  /** A class that nobody has taught the standard rules. */
  static final class Box {
    final Variable inside;

    Box(Variable inside) {
      this.inside = inside;
    }
  }

  @Test
  void rulesOfOnesOwnOpenOnesOwnContainers() {
    Trees trees =
        Trees.standard()
            .with(
                NodeType.of(Box.class, b -> List.of(b.inside), c -> new Box((Variable) c.get(0))));
    MetaOptimizer<Box> optimizer = MetaOptimizer.of(Sgd.of(0.1), new Box(number(1)), trees);
    optimizer.step(optimizer.params().inside.square().sum());
    assertThat(optimizer.params().inside.item()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void aKeyThatIsNullIsRefusedAndMixedKeysHaveAnOrder() {
    Map<Object, Variable> withNull = new HashMap<>();
    withNull.put(null, number(1));
    assertThatThrownBy(() -> Trees.standard().leaves(withNull))
        .isInstanceOf(TreeException.class)
        .hasMessageContaining("key null");
    Map<Object, Variable> mixed = new LinkedHashMap<>();
    mixed.put("a", number(1));
    mixed.put(2, number(2));
    mixed.put(Kind.LINEAR, number(3));
    assertThat(Trees.standard().<Variable>leaves(mixed)).hasSize(3);
  }

  @Test
  void twentyThousandKeysInAnotherOrderMatch() {
    Map<String, Integer> up = new LinkedHashMap<>();
    Map<String, Integer> down = new LinkedHashMap<>();
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      up.put("k" + i, i);
      down.put("k" + (n - 1 - i), n - 1 - i);
    }
    Map<String, Integer> sum =
        Trees.standard()
            .zip(up, gmrl.tree.OrderedMap.copyOf(down), (Integer a, Integer b) -> a + b);
    assertThat(sum.get("k12345")).isEqualTo(24690);
    down.remove("k7");
    assertThatThrownBy(() -> Trees.standard().zip(up, down, (Integer a, Integer b) -> a))
        .isInstanceOf(TreeException.class)
        .hasMessageContaining("lacks 'k7'");
  }

  @Test
  void treesOfBothTypesAreClippedAndScaled() {
    Variable wide = Variable.of(new double[] {3, 0});
    Variable narrow = Variable.of(new float[] {0, 4, 0});
    Variable empty = Variable.of(new float[0], 0);
    List<Variable> gradients = List.of(wide, narrow, empty);
    for (ClipByGlobalNorm.Norm norm : NORMS) {
      double size =
          Double.isInfinite(norm.order())
              ? 4
              : Math.pow(Math.pow(3, norm.order()) + Math.pow(4, norm.order()), 1 / norm.order());
      for (boolean constant : new boolean[] {true, false}) {
        ClipByGlobalNorm clip = new ClipByGlobalNorm(1, norm, constant);
        List<Variable> u = clip.update(gradients, clip.init(gradients), gradients).updates();
        assertThat(u.get(0).type()).isEqualTo(DataType.DOUBLE);
        assertThat(u.get(1).type()).isEqualTo(DataType.FLOAT);
        assertThat(u.get(0).get(0)).isCloseTo(3 / size, within(1e-5));
        assertThat(u.get(1).get(1)).isCloseTo(4 / size, within(1e-5));
        assertThat(u.get(2).size()).isZero();
      }
    }
    Variable rate = Variable.scalar(0.5).tracked();
    List<Variable> scaled =
        ScaleBy.by(rate).update(gradients, TransformState.empty(), gradients).updates();
    Variable total = Ops.cast(scaled.get(1).sum(), DataType.DOUBLE).plus(scaled.get(0).sum());
    assertThat(Autodiff.grad(total, rate).item()).isEqualTo(7);
  }

  @Test
  void withoutEpsilonACoordinateThatNeverMovedStays() {
    List<Optimizer> algorithms =
        List.of(
            Adam.of(0.1).withEps(0),
            new FusedAdam(Adam.of(0.1).withEps(0)),
            AdaMax.of(0.1).withEps(0),
            RAdam.of(0.1).withEps(0),
            RmsProp.of(0.1).withEps(0),
            new AmsGrad(Adam.of(0.1).withEps(0)),
            new AdamW(Adam.of(0.1).withEps(0), 0),
            AdaGrad.of(0.1).withEps(0));
    for (Optimizer algorithm : algorithms) {
      Variable g = Variable.of(new double[] {0, 2}).tracked();
      Variable u = algorithm.update(g, algorithm.init(g), g).updates();
      assertThat(u.get(0)).as("%s", algorithm).isZero();
      assertThat(u.get(1)).as("%s", algorithm).isNegative();
      assertThat(Autodiff.grad(u.sum(), g).toDoubles()).doesNotContain(Double.NaN);
    }
    assertThatThrownBy(() -> AdaDelta.of(1).withEps(0)).hasMessageContaining("eps");
  }
}
