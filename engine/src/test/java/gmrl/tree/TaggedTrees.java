package gmrl.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tagged trees of the golden file as Java values and back.
 *
 * <p>tuple = array, named tuple = record, ordered dict = OrderedMap; deques and the reference's
 * custom classes are registered types; a dict with a default value has no counterpart and becomes a
 * plain map.
 */
final class TaggedTrees {

  record Point(Object x, Object y) {}

  record Other(Object x, Object y) {}

  static final class Box {
    final Object a;
    final Object b;
    final String tag;

    Box(Object a, Object b, String tag) {
      this.a = a;
      this.b = b;
      this.tag = tag;
    }
  }

  /** A node with any number of unnamed children. */
  static final class Bag {
    final List<Object> items;
    final String tag;

    Bag(List<Object> items, String tag) {
      this.items = items;
      this.tag = tag;
    }
  }

  /** A queue with a capacity, -1 for none. */
  static final class Ring {
    final List<Object> items;
    final int capacity;

    Ring(List<Object> items, int capacity) {
      this.items = items;
      this.capacity = capacity;
    }
  }

  static final NodeType<Box> BOX =
      new NodeType<>(
          Box.class,
          box -> Arrays.asList(box.a, box.b),
          box -> List.of("a", "b"),
          box -> box.tag,
          (tag, parts) -> new Box(parts.get(0), parts.get(1), (String) tag),
          Object::equals);

  static final NodeType<Bag> BAG =
      new NodeType<>(
          Bag.class,
          bag -> bag.items,
          bag -> List.of(),
          bag -> bag.tag,
          (tag, parts) -> new Bag(parts, (String) tag),
          Object::equals);

  static final NodeType<Ring> RING =
      new NodeType<>(
          Ring.class,
          ring -> ring.items,
          ring -> List.of(),
          ring -> ring.capacity,
          (capacity, parts) -> new Ring(parts, (Integer) capacity),
          (a, b) -> true);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TaggedTrees() {}

  static Object decode(JsonNode n) {
    if (n.has("leaf")) {
      return scalar(n.get("leaf"));
    }
    if (n.has("none")) {
      return null;
    }
    if (n.has("list")) {
      return decodeAll(n.get("list"));
    }
    if (n.has("tuple")) {
      return decodeAll(n.get("tuple")).toArray();
    }
    if (n.has("dict")) {
      return decodeMap(n.get("dict"));
    }
    if (n.has("defaultdict")) {
      return decodeMap(n.get("defaultdict"));
    }
    if (n.has("ordereddict")) {
      return OrderedMap.copyOf(decodeMap(n.get("ordereddict")));
    }
    if (n.has("deque")) {
      return new Ring(decodeAll(n.get("deque")), n.get("maxlen").asInt(-1));
    }
    if (n.has("namedtuple")) {
      List<Object> parts = decodeAll(n.get("namedtuple"));
      return n.get("type").asText().equals("Point")
          ? new Point(parts.get(0), parts.get(1))
          : new Other(parts.get(0), parts.get(1));
    }
    List<Object> parts = decodeAll(n.get("children"));
    String tag = n.get("metadata").asText();
    return n.get("custom").asText().equals("Box")
        ? new Box(parts.get(0), parts.get(1), tag)
        : new Bag(parts, tag);
  }

  static Object scalar(JsonNode n) {
    return n.isTextual() ? n.asText() : n.isBoolean() ? n.asBoolean() : (Object) n.asInt();
  }

  static List<Object> decodeAll(JsonNode nodes) {
    List<Object> all = new ArrayList<>();
    nodes.forEach(node -> all.add(decode(node)));
    return all;
  }

  private static Map<Object, Object> decodeMap(JsonNode pairs) {
    Map<Object, Object> map = new LinkedHashMap<>();
    pairs.forEach(pair -> map.put(scalar(pair.get(0)), decode(pair.get(1))));
    return map;
  }

  static JsonNode encode(Object value) {
    if (value == null) {
      return JSON.objectNode().put("none", true);
    }
    if (value instanceof Map<?, ?> map) {
      ArrayNode pairs = JSON.arrayNode();
      map.forEach((k, v) -> pairs.add(JSON.arrayNode().add(scalarJson(k)).add(encode(v))));
      return JSON.objectNode().set(map instanceof OrderedMap ? "ordereddict" : "dict", pairs);
    }
    if (value instanceof List<?> list) {
      return JSON.objectNode().set("list", encodeAll(list));
    }
    if (value instanceof Object[] array) {
      return JSON.objectNode().set("tuple", encodeAll(Arrays.asList(array)));
    }
    if (value instanceof Point p) {
      return record("Point", p.x(), p.y());
    }
    if (value instanceof Other o) {
      return record("Other", o.x(), o.y());
    }
    if (value instanceof Ring ring) {
      ObjectNode n = JSON.objectNode();
      n.set("deque", encodeAll(ring.items));
      return ring.capacity < 0 ? n.putNull("maxlen") : n.put("maxlen", ring.capacity);
    }
    if (value instanceof Box box) {
      ObjectNode n = JSON.objectNode().put("custom", "Box");
      n.set("children", encodeAll(Arrays.asList(box.a, box.b)));
      n.put("metadata", box.tag);
      return n.set("entries", JSON.arrayNode().add("a").add("b"));
    }
    if (value instanceof Bag bag) {
      ObjectNode n = JSON.objectNode().put("custom", "Bag");
      n.set("children", encodeAll(bag.items));
      return n.put("metadata", bag.tag).putNull("entries");
    }
    return JSON.objectNode().set("leaf", scalarJson(value));
  }

  static ArrayNode encodeAll(List<?> values) {
    ArrayNode all = JSON.arrayNode();
    values.forEach(value -> all.add(encode(value)));
    return all;
  }

  private static JsonNode record(String type, Object x, Object y) {
    ObjectNode n = JSON.objectNode();
    n.set("namedtuple", encodeAll(Arrays.asList(x, y)));
    return n.put("type", type).set("fields", JSON.arrayNode().add("x").add("y"));
  }

  private static JsonNode scalarJson(Object value) {
    return value instanceof String s
        ? JSON.textNode(s)
        : value instanceof Boolean b ? JSON.booleanNode(b) : JSON.numberNode((Integer) value);
  }

  /** Expected trees with default-valued dicts as plain ones. */
  static JsonNode plain(JsonNode n) {
    if (n.has("defaultdict")) {
      return JSON.objectNode().set("dict", plain(n.get("defaultdict")));
    }
    if (n.isObject()) {
      ObjectNode copy = JSON.objectNode();
      n.properties().forEach(e -> copy.set(e.getKey(), plain(e.getValue())));
      return copy;
    }
    if (n.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      n.forEach(item -> copy.add(plain(item)));
      return copy;
    }
    return n;
  }
}
