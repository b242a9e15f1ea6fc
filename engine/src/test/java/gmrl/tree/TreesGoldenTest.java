package gmrl.tree;

import static gmrl.tree.TaggedTrees.decode;
import static gmrl.tree.TaggedTrees.encode;
import static gmrl.tree.TaggedTrees.encodeAll;
import static gmrl.tree.TaggedTrees.plain;
import static gmrl.tree.TreeCases.GOLDEN;
import static gmrl.tree.TreeCases.component;
import static gmrl.tree.TreeCases.each;
import static gmrl.tree.TreeCases.expect;
import static gmrl.tree.TreeCases.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Trees behave as the reference's, case by case.
 *
 * <p>Where Java differs: a dict with a default value is a plain map; a record's path names the
 * component (the reference gives its index); registered types print in their own way; the
 * reference's sums and extremes over a tree are reductions here.
 */
class TreesGoldenTest {

  @TestFactory
  Stream<DynamicTest> structures() {
    return each("trees", TreesGoldenTest::checkStructure);
  }

  private static void checkStructure(JsonNode c) {
    Trees trees = rules(c);
    Object tree = decode(c.get("tree"));
    if (c.get("name").asText().equals("box_without_namespace")) {
      assertThat(trees.leaves(tree)).hasSize(2);
      return;
    }
    Trees.Flat flat = trees.flatten(tree);
    TreeSpec spec = flat.spec();
    assertThat(encodeAll(flat.leaves())).isEqualTo(plain(c.get("leaves")));
    assertThat(spec.leafCount()).isEqualTo(c.get("num_leaves").asInt());
    assertThat(spec.nodeCount()).isEqualTo(c.get("num_nodes").asInt());
    assertThat(spec.children()).hasSize(c.get("num_children").asInt());
    assertThat(pathValues(spec)).isEqualTo(scalars(c.get("paths")));
    if (!c.get("treespec").asText().matches(".*(deque|defaultdict|Custom).*")) {
      assertThat(spec.toString()).isEqualTo(ours(c.get("treespec").asText()));
    }
    if (!c.get("tree").toString().contains("deque")) {
      assertThat(spec.paths().stream().map(Object::toString))
          .isEqualTo(texts(c.get("accessors")).stream().map(TreesGoldenTest::oursPath).toList());
    }
    for (int i = 0; i < spec.leafCount(); i++) {
      Object leaf = trees.get(tree, spec.paths().get(i));
      assertThat(leaf).isEqualTo(flat.leaves().get(i));
    }
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < spec.leafCount(); i++) {
      numbers.add(i);
    }
    Object rebuilt = spec.unflatten(numbers);
    assertThat(encode(rebuilt)).isEqualTo(plain(c.get("rebuilt")));
    assertThat(trees.spec(rebuilt)).isEqualTo(spec).hasSameHashCodeAs(spec);
  }

  private static String ours(String spec) {
    return spec.replace("PyTreeSpec", "TreeSpec").replace("OrderedDict", "OrderedMap");
  }

  private static String oursPath(String accessor) {
    return accessor.replace("<flat index ", "<child ");
  }

  /** Path values, with records' components by index as in the reference. */
  private static List<Object> pathValues(TreeSpec spec) {
    return spec.paths().stream()
        .<Object>map(
            path ->
                path.entries().stream()
                    .map(e -> e instanceof PathEntry.Field f ? component(f.name()) : e.value())
                    .toList())
        .toList();
  }

  private static List<Object> scalars(JsonNode lists) {
    List<Object> all = new ArrayList<>();
    for (JsonNode list : lists) {
      List<Object> one = new ArrayList<>();
      list.forEach(item -> one.add(TaggedTrees.scalar(item)));
      all.add(one);
    }
    return all;
  }

  private static List<String> texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(item -> all.add(item.asText()));
    return all;
  }

  @TestFactory
  Stream<DynamicTest> specOperations() {
    return each("spec_cases", TreesGoldenTest::checkSpec);
  }

  private static void checkSpec(JsonNode c) {
    Trees trees = rules(c);
    Object treeA = decode(c.get("a"));
    TreeSpec a = trees.spec(treeA);
    Object treeB = c.get("b").isNull() ? null : decode(c.get("b"));
    TreeSpec b = trees.spec(treeB);
    String op = c.get("op").asText();
    boolean defaults = c.get("b").toString().contains("defaultdict");
    JsonNode result = c.get("result");
    switch (op) {
      case "equal" -> assertThat(a.equals(b)).isEqualTo(result.asBoolean() || defaults);
      case "equal_none_is_leaf_differs" ->
          assertThat(a).isNotEqualTo(trees.noneIsLeaf().spec(treeB));
      case "is_prefix", "less_equal" -> assertThat(a.isPrefixOf(b)).isEqualTo(result.asBoolean());
      case "is_suffix" -> assertThat(a.isSuffixOf(b)).isEqualTo(result.asBoolean());
      case "less" -> assertThat(a.isStrictPrefixOf(b)).isEqualTo(result.asBoolean());
      case "compose" -> checkText(a.compose(b), result);
      case "broadcast_to_common_suffix" -> {
        if (c.has("error")) {
          expect(c, () -> encode(a.commonSuffix(b).toString()));
        } else {
          checkText(a.commonSuffix(b), result);
        }
      }
      case "flatten_up_to" -> expect(c, () -> encodeAll(a.flattenUpTo(treeB)));
      case "unflatten" -> {
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < c.get("num_leaves_given").asInt(); i++) {
          given.add(i);
        }
        expect(c, () -> encode(a.unflatten(given)));
      }
      case "children" -> {
        assertThat(a.children()).hasSize(result.size());
        for (int i = 0; i < result.size(); i++) {
          checkText(a.children().get(i), result.get(i));
        }
      }
      default -> throw new AssertionError("Unknown operation " + op);
    }
  }

  private static void checkText(TreeSpec spec, JsonNode expected) {
    if (!expected.asText().matches(".*(deque|defaultdict).*")) {
      assertThat(spec.toString()).isEqualTo(ours(expected.asText()));
    }
  }

  @TestFactory
  Stream<DynamicTest> stopPredicate() {
    return each(
        "is_leaf_cases",
        c ->
            assertThat(
                    encodeAll(
                        rules(c)
                            .stoppingAt(
                                v -> v instanceof Object[] || v instanceof TaggedTrees.Point)
                            .leaves(decode(c.get("tree")))))
                .isEqualTo(plain(c.get("leaves"))));
  }

  @TestFactory
  Stream<DynamicTest> oneLevel() {
    return each(
        "one_level_cases",
        c -> {
          if (c.has("error")) {
            expect(c, () -> encode(rules(c).flattenOneLevel(decode(c.get("tree")))));
            return;
          }
          Trees.Level level = rules(c).flattenOneLevel(decode(c.get("tree")));
          assertThat(encodeAll(level.children())).isEqualTo(c.get("result").get("children"));
          List<Object> entries = new ArrayList<>();
          for (PathEntry e : level.entries()) {
            entries.add(e instanceof PathEntry.Field f ? component(f.name()) : e.value());
          }
          assertThat(List.<Object>of(entries))
              .isEqualTo(
                  scalars(
                      new ObjectMapper().createArrayNode().add(c.get("result").get("entries"))));
        });
  }

  @TestFactory
  Stream<DynamicTest> leafTests() {
    return each(
        "misc_cases",
        c -> {
          Trees trees = rules(c);
          boolean actual =
              c.get("op").asText().equals("tree_is_leaf")
                  ? trees.isLeaf(decode(c.get("tree")))
                  : TaggedTrees.decodeAll(c.get("list")).stream().allMatch(trees::isLeaf);
          assertThat(actual).isEqualTo(c.get("result").asBoolean());
        });
  }

  @TestFactory
  Stream<DynamicTest> keyOrder() {
    return each(
        "key_order_cases",
        c -> {
          Map<Object, Object> map = new LinkedHashMap<>();
          c.get("insertion_order").forEach(k -> map.put(TaggedTrees.scalar(k), IntNode.valueOf(0)));
          Object tree = c.get("kind").asText().equals("ordereddict") ? OrderedMap.copyOf(map) : map;
          Trees trees = Trees.standard();
          List<Object> leafOrder =
              trees.spec(tree).paths().stream().map(p -> p.values().get(0)).toList();
          assertThat(leafOrder).isEqualTo(keys(c.get("leaf_order")));
          Map<?, ?> again = (Map<?, ?>) trees.map(tree, x -> x);
          assertThat(List.<Object>copyOf(again.keySet()))
              .isEqualTo(keys(c.get("order_after_unflatten")));
        });
  }

  private static List<Object> keys(JsonNode list) {
    List<Object> keys = new ArrayList<>();
    list.forEach(k -> keys.add(TaggedTrees.scalar(k)));
    return keys;
  }

  @TestFactory
  Stream<DynamicTest> registeredTypes() {
    Trees plain = Trees.standard();
    Trees boxes = plain.with(TaggedTrees.BOX);
    Object box = new TaggedTrees.Box(1, 2, "t");
    List<Runnable> checks =
        List.of(
            () -> assertThat(plain.leaves(box)).hasSize(1),
            () -> assertThat(boxes.leaves(box)).hasSize(2),
            () ->
                expectKind(
                    TreeException.Kind.ALREADY_REGISTERED, () -> boxes.with(TaggedTrees.BOX)),
            () ->
                expectKind(
                    TreeException.Kind.BUILT_IN,
                    () -> plain.with(NodeType.of(Map.class, m -> List.of(), p -> Map.of()))),
            () -> assertThat(boxes.without(TaggedTrees.Box.class).leaves(box)).hasSize(1),
            () ->
                expectKind(
                    TreeException.Kind.NOT_REGISTERED, () -> plain.without(TaggedTrees.Box.class)),
            () ->
                expectKind(
                    TreeException.Kind.METADATA_MISMATCH,
                    () -> boxes.zip(box, new TaggedTrees.Box(1, 2, "u"), Integer::sum)),
            () ->
                assertThat(boxes.spec(box))
                    .isNotEqualTo(boxes.spec(new TaggedTrees.Box(1, 2, "u"))),
            () -> assertThat(boxes.spec(box)).isEqualTo(boxes.spec(new TaggedTrees.Box(3, 4, "t"))),
            () ->
                assertThat(
                        encode(
                            boxes.map(
                                (Object) new TaggedTrees.Box(3, List.of(4), "t"),
                                (Integer x) -> 2 * x)))
                    .isEqualTo(GOLDEN.get("custom_cases").get(11).get("result")),
            () ->
                expectKind(
                    TreeException.Kind.RECURSION,
                    () -> {
                      List<Object> self = new ArrayList<>();
                      self.add(self);
                      return plain.leaves(self);
                    }));
    return checks.stream().map(check -> DynamicTest.dynamicTest("rule", check::run));
  }

  private static void expectKind(TreeException.Kind kind, Supplier<?> action) {
    TreeException thrown = catchThrowableOfType(TreeException.class, action::get);
    assertThat(thrown).as(Arrays.toString(new Object[] {kind})).isNotNull();
    assertThat(thrown.kind()).isEqualTo(kind);
  }
}
