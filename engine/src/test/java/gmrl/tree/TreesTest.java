package gmrl.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is particular to Java: typed records, optionals, arrays, and what the errors say. */
class TreesTest {

  @SuppressWarnings("ArrayRecordComponent") // parameters are arrays
  record Layer(double[] weight, Optional<double[]> bias) {}

  record Net(Layer first, Map<String, Layer> heads, int steps) {}

  private final Trees trees = Trees.standard();

  @Test
  void recordsKeepTheirTypeAndPrimitiveArraysAreLeaves() {
    Layer with = new Layer(new double[] {1, 2}, Optional.of(new double[] {3}));
    Layer without = new Layer(new double[] {4}, Optional.empty());
    Net net = new Net(with, Map.of("policy", without, "critic", with), 7);

    Net doubled =
        trees.map(
            net,
            leaf -> leaf instanceof double[] v ? Arrays.stream(v).map(x -> 2 * x).toArray() : leaf);

    assertThat(doubled.first().weight()).containsExactly(2, 4);
    assertThat(doubled.first().bias().orElseThrow()).containsExactly(6);
    assertThat(doubled.heads().get("policy").bias()).isEmpty();
    assertThat(doubled.steps()).isEqualTo(7);
    assertThat(trees.spec(net).paths().stream().map(Object::toString))
        .containsExactly(
            "*.first.weight",
            "*.first.bias[0]",
            "*.heads['critic'].weight",
            "*.heads['critic'].bias[0]",
            "*.heads['policy'].weight",
            "*.steps");
    assertThat(trees.spec(net).toString())
        .contains("heads={'critic': Layer(weight=*, bias=Optional(*)), 'policy'")
        .contains("Layer(weight=*, bias=None)");
  }

  @Test
  void errorsNameTheFirstPlaceWhatWasExpectedAndWhatWasFound() {
    Map<String, Object> first = Map.of("w", List.of(1, 2), "b", 3);
    assertThatThrownBy(() -> trees.zip(first, Map.of("w", List.of(1), "b", 3), Integer::sum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The trees differ at *['w']: expected a list of 2, found a list of 1");
    assertThatThrownBy(() -> trees.zip(first, Map.of("w", List.of(1, 2), "c", 3), Integer::sum))
        .hasMessageContaining("at *:")
        .hasMessageContaining("lacks 'b' and has 'c' besides");
    assertThatThrownBy(() -> trees.zip(first, Map.of("w", 5, "b", 3), Integer::sum))
        .hasMessage("The trees differ at *['w']: expected a list of 2, found a leaf");
    assertThatThrownBy(() -> trees.spec(first).unflatten(List.of(1, 2)))
        .hasMessage("No leaf was given for *['w'][1]");
  }

  @Test
  void aRecordThatCannotHoldItsNewLeafSaysWhichComponent() {
    Net net = new Net(new Layer(new double[0], Optional.empty()), Map.of(), 1);
    assertThatThrownBy(() -> trees.map(net, leaf -> "text"))
        .isInstanceOfSatisfying(
            TreeException.class,
            e -> assertThat(e.kind()).isEqualTo(TreeException.Kind.COMPONENT_TYPE))
        .hasMessage("Record Layer at *.first: component weight takes a double[], not a String");
  }

  @Test
  void keysWithoutAnOrderNeedAnOrderedMap() {
    Map<Object, Integer> map = new LinkedHashMap<>();
    map.put(new AtomicInteger(1), 1);
    map.put(new AtomicInteger(2), 2);
    assertThatThrownBy(() -> trees.leaves(Map.of("m", map)))
        .hasMessageContaining("map at *['m']")
        .hasMessageContaining("OrderedMap");
    assertThat(trees.leaves(OrderedMap.copyOf(map))).containsExactly(1, 2);
  }

  @Test
  void leavesOfAnyMapComeInKeyOrder() {
    Map<Integer, String> map = new ConcurrentHashMap<>();
    for (int i = 99; i >= 0; i--) {
      map.put(i, "v" + i);
    }
    assertThat(trees.<String>leaves(map).subList(0, 3)).containsExactly("v0", "v1", "v2");
  }

  @Test
  void arraysKeepTheirElementTypeWhereTheNewLeavesFit() {
    Integer[] ints = {1, 2};
    assertThat(trees.map(ints, (Integer x) -> x + 1)).isExactlyInstanceOf(Integer[].class);
    Object texts = trees.map((Object) ints, String::valueOf);
    assertThat(texts).isExactlyInstanceOf(Object[].class);
    assertThat(trees.spec(texts)).isEqualTo(trees.spec(ints));
    double[][] rows = {{1, 2}, {3}};
    assertThat(trees.leaves(rows)).hasSize(2);
  }

  @Test
  void emptyOptionalAndNullAreTheSameStructureAndKeepTheirSpelling() {
    List<Object> two = Arrays.asList(null, Optional.empty());
    assertThat(trees.leaves(two)).isEmpty();
    assertThat(trees.noneIsLeaf().leaves(two)).hasSize(2);
    assertThat(trees.map(two, x -> x)).containsExactly(null, Optional.empty());
    assertThat(trees.spec((Object) null)).isEqualTo(trees.spec(Optional.empty()));
    assertThat(trees.replaceNones(two, 5)).containsExactly(5, 5);
  }

  @Test
  void placesThatDoNotExist() {
    TreePath path = TreePath.ROOT.then(new PathEntry.Key("w")).then(new PathEntry.Index(4));
    assertThatThrownBy(() -> trees.get(Map.of("w", List.of(1)), path))
        .hasMessage("No [4] in a list of 1 at *['w']");
  }

  @Test
  void namedChildrenOfARegisteredType() {
    NodeType<AtomicInteger> type =
        NodeType.of(
                AtomicInteger.class,
                a -> List.of(a.get()),
                parts -> new AtomicInteger((Integer) parts.get(0)))
            .named("value");
    Trees atomic = trees.with(type);
    AtomicInteger mapped = atomic.map(new AtomicInteger(3), (Integer x) -> 2 * x);
    assertThat(mapped.get()).isEqualTo(6);
    assertThat(atomic.spec(mapped).paths()).hasToString("[*.value]");
    assertThatThrownBy(() -> atomic.with(type)).hasMessageContaining("already registered");
    assertThatThrownBy(() -> trees.with(type.named("a", "b")).leaves(mapped))
        .hasMessageContaining("2 names for 1 children");
  }

  @Test
  void transposingDifferentStructuresNamesThePlace() {
    assertThatThrownBy(
            () ->
                trees.transposeMap(
                    List.of(1, 2), (Integer x) -> x == 1 ? List.of(x) : List.of(x, x)))
        .hasMessage("The trees differ at *[1]: expected a list of 1, found a list of 2");
  }
}
