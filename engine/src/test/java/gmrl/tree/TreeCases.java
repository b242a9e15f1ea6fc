package gmrl.tree;

import static gmrl.tree.TaggedTrees.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** The cases of the reference's trees, and how their outcome is compared. */
final class TreeCases {
  static final JsonNode GOLDEN = Golden.read("pytree.json");

  static final Map<String, TreeException.Kind> KINDS =
      Map.ofEntries(
          Map.entry("type_mismatch", TreeException.Kind.TYPE_MISMATCH),
          Map.entry("incompatible_node_types", TreeException.Kind.TYPE_MISMATCH),
          Map.entry("arity_mismatch", TreeException.Kind.ARITY_MISMATCH),
          Map.entry("structure_mismatch", TreeException.Kind.ARITY_MISMATCH),
          Map.entry("key_mismatch", TreeException.Kind.KEY_MISMATCH),
          Map.entry("namedtuple_type_mismatch", TreeException.Kind.RECORD_MISMATCH),
          Map.entry("expected_none", TreeException.Kind.EXPECTED_NONE),
          Map.entry("too_few_leaves", TreeException.Kind.TOO_FEW_LEAVES),
          Map.entry("too_many_leaves", TreeException.Kind.TOO_MANY_LEAVES),
          Map.entry("empty_structure", TreeException.Kind.EMPTY),
          Map.entry("empty_reduce", TreeException.Kind.EMPTY),
          Map.entry("cannot_flatten_leaf", TreeException.Kind.LEAF));

  static Stream<DynamicTest> each(String section, Consumer<JsonNode> check) {
    assertThat(GOLDEN.get(section)).as(section).isNotEmpty();
    return StreamSupport.stream(GOLDEN.get(section).spliterator(), false)
        .map(c -> DynamicTest.dynamicTest(name(c), () -> check.accept(c)));
  }

  static String name(JsonNode c) {
    String text = c.has("name") ? c.get("name").asText() : c.toString();
    return text.length() > 100 ? text.substring(0, 100) : text;
  }

  static Trees rules(JsonNode c) {
    Trees trees = Trees.standard().with(TaggedTrees.RING);
    if (c.path("namespace").asText().equals("ns")) {
      trees = trees.with(TaggedTrees.BOX).with(TaggedTrees.BAG);
    }
    return c.path("none_is_leaf").asBoolean() ? trees.noneIsLeaf() : trees;
  }

  /** The case's result, or its error by kind. */
  static void expect(JsonNode c, Supplier<JsonNode> actual) {
    if (c.has("error")) {
      TreeException.Kind kind = KINDS.get(c.get("error").get("kind").asText());
      assertThat(kind).as("known error kind").isNotNull();
      TreeException thrown = catchThrowableOfType(TreeException.class, actual::get);
      assertThat(thrown).as("error expected").isNotNull();
      assertThat(thrown.kind()).isEqualTo(kind);
    } else {
      assertThat(actual.get()).isEqualTo(plain(c.get("result")));
    }
  }

  static Object component(String name) {
    return switch (name) {
      case "x" -> 0;
      case "y" -> 1;
      default -> name;
    };
  }

  private TreeCases() {}
}
