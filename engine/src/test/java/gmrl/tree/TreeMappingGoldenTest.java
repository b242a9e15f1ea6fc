package gmrl.tree;

import static gmrl.tree.TaggedTrees.decode;
import static gmrl.tree.TaggedTrees.encode;
import static gmrl.tree.TaggedTrees.plain;
import static gmrl.tree.TreeCases.component;
import static gmrl.tree.TreeCases.each;
import static gmrl.tree.TreeCases.expect;
import static gmrl.tree.TreeCases.rules;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Maps, reductions, transposes and broadcasts of trees are the reference's, case by case. */
class TreeMappingGoldenTest {
  @TestFactory
  Stream<DynamicTest> maps() {
    return each("map_cases", c -> expect(c, () -> encode(mapped(c))));
  }

  private static Object mapped(JsonNode c) {
    Object first = decode(c.get("trees").get(0));
    if (c.get("trees").size() == 1) {
      return rules(c).map(first, (Integer x) -> 10 * x);
    }
    Object second = decode(c.get("trees").get(1));
    return c.get("fn").asText().equals("add")
        ? rules(c).zip(first, second, (Integer x, Integer y) -> x + y)
        : rules(c).zip(first, second, (Object x, Object y) -> new Object[] {x, y});
  }

  @TestFactory
  Stream<DynamicTest> mapsWithPath() {
    return each(
        "path_map_cases",
        c ->
            assertThat(encode(rules(c).mapWithPath(decode(c.get("tree")), (p, leaf) -> joined(p))))
                .isEqualTo(plain(c.get("result"))));
  }

  private static String joined(TreePath path) {
    return path.entries().stream()
        .map(e -> e instanceof PathEntry.Field f ? component(f.name()) : e.value())
        .map(Object::toString)
        .collect(Collectors.joining("/"));
  }

  @TestFactory
  Stream<DynamicTest> reductions() {
    return each(
        "reduce_cases",
        c -> {
          if (c.path("error").path("kind").asText().equals("unsupported_operand")) {
            return; // what a function does with a none that is a leaf is the function's affair
          }
          expect(c, () -> encode(reduced(c)));
        });
  }

  private static Object reduced(JsonNode c) {
    Trees trees = rules(c);
    Object tree = decode(c.get("tree"));
    return switch (c.get("op").asText()) {
      case "tree_reduce_subtract" -> reduce(trees, tree, c.get("initial"), (a, b) -> a - b);
      case "tree_sum" -> reduce(trees, tree, c.get("start"), Integer::sum);
      case "tree_max" -> extreme(trees, tree, c.get("default"), Math::max);
      case "tree_min" -> extreme(trees, tree, c.get("default"), Math::min);
      case "tree_all" -> trees.all(tree, TreeMappingGoldenTest::truth);
      default -> trees.any(tree, TreeMappingGoldenTest::truth);
    };
  }

  private static Object reduce(
      Trees trees, Object tree, JsonNode initial, BiFunction<Integer, Integer, Integer> f) {
    return initial.isNull() ? trees.reduce(tree, f) : trees.reduce(tree, initial.asInt(), f);
  }

  private static Object extreme(
      Trees trees, Object tree, JsonNode fallback, BiFunction<Integer, Integer, Integer> f) {
    return trees.leaves(tree).isEmpty() && !fallback.isNull()
        ? (Object) fallback.asInt()
        : trees.reduce(tree, f);
  }

  private static boolean truth(Object value) {
    return value != null && !value.equals(0) && !value.equals("") && !value.equals(false);
  }

  @TestFactory
  Stream<DynamicTest> transposes() {
    return each(
        "transpose_cases",
        c ->
            expect(
                c,
                () ->
                    encode(
                        rules(c)
                            .transpose(
                                rules(c).spec(decode(c.get("outer"))),
                                rules(c).spec(decode(c.get("inner"))),
                                decode(c.get("tree"))))));
  }

  @TestFactory
  Stream<DynamicTest> transposeMaps() {
    return each(
        "transpose_map_cases",
        c ->
            expect(
                c,
                () -> {
                  boolean twice = c.get("fn").asText().equals("twice");
                  return encode(
                      rules(c)
                          .transposeMap(
                              decode(c.get("tree")),
                              (Integer x) -> twice ? List.of(x, 2 * x) : valueAndSquare(x)));
                }));
  }

  private static Map<String, Integer> valueAndSquare(int x) {
    Map<String, Integer> both = new LinkedHashMap<>();
    both.put("v", x);
    both.put("sq", x * x);
    return both;
  }

  @TestFactory
  Stream<DynamicTest> broadcasts() {
    return each("broadcast_cases", c -> expect(c, () -> broadcast(c)));
  }

  private static JsonNode broadcast(JsonNode c) {
    Trees trees = rules(c);
    Object a = decode(c.get("a"));
    Object b = decode(c.get("b"));
    String op = c.get("op").asText();
    if (op.equals("tree_broadcast_prefix")) {
      return encode(trees.broadcastPrefix(a, b));
    }
    if (op.equals("broadcast_prefix")) {
      return encode(trees.leaves(trees.broadcastPrefix(a, b)));
    }
    Trees.Pair pair = trees.broadcastCommon(a, b);
    return switch (op) {
      case "tree_broadcast_common" -> encode(new Object[] {pair.first(), pair.second()});
      case "broadcast_common" ->
          encode(new Object[] {trees.leaves(pair.first()), trees.leaves(pair.second())});
      default -> encode(trees.zip(pair.first(), pair.second(), Integer::sum));
    };
  }

  @TestFactory
  Stream<DynamicTest> partitions() {
    return each(
        "partition_cases",
        c -> {
          Object fill = c.get("fill").isNull() ? null : TaggedTrees.scalar(c.get("fill"));
          int threshold = c.get("threshold").asInt();
          Trees.Partition<Object> parts =
              rules(c).partition(decode(c.get("tree")), (Integer x) -> x > threshold, fill);
          assertThat(encode(parts.left())).isEqualTo(plain(c.get("left")));
          assertThat(encode(parts.right())).isEqualTo(plain(c.get("right")));
        });
  }

  @TestFactory
  Stream<DynamicTest> nonesReplaced() {
    return each(
        "replace_nones_cases",
        c ->
            assertThat(encode(rules(c).replaceNones(decode(c.get("tree")), c.get("value").asInt())))
                .isEqualTo(plain(c.get("result"))));
  }
}
