package gmrl.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is a node and what is a leaf. */
record Rules(
    Map<Class<?>, NodeType<?>> registered, boolean noneIsLeaf, Predicate<@Nullable Object> stop) {

  static final Rules STANDARD = new Rules(Map.of(), false, value -> false);

  /** Deeper nesting is taken for a tree that contains itself. */
  private static final int MAX_DEPTH = 1000;

  Rules withNoneIsLeaf() {
    return new Rules(registered, true, stop);
  }

  Rules withStop(Predicate<@Nullable Object> leaf) {
    return new Rules(registered, noneIsLeaf, value -> stop.test(value) || leaf.test(value));
  }

  Rules with(NodeType<?> type) {
    Class<?> added = type.type();
    if (registered.containsKey(added)) {
      throw new TreeException(
          TreeException.Kind.ALREADY_REGISTERED,
          Place.ROOT,
          "Type %s is already registered".formatted(added.getName()));
    }
    if (Collection.class.isAssignableFrom(added)
        || Map.class.isAssignableFrom(added)
        || added == Optional.class
        || added.isArray()) {
      throw new TreeException(
          TreeException.Kind.BUILT_IN,
          Place.ROOT,
          "Type %s is a built-in container and cannot be registered".formatted(added.getName()));
    }
    Map<Class<?>, NodeType<?>> more = new HashMap<>(registered);
    more.put(added, type);
    return new Rules(more, noneIsLeaf, stop);
  }

  Rules without(Class<?> type) {
    if (!registered.containsKey(type)) {
      throw new TreeException(
          TreeException.Kind.NOT_REGISTERED,
          Place.ROOT,
          "Type %s is not registered".formatted(type.getName()));
    }
    Map<Class<?>, NodeType<?>> fewer = new HashMap<>(registered);
    fewer.remove(type);
    return new Rules(fewer, noneIsLeaf, stop);
  }

  /** The root of a tree with its children, or null if it is a leaf. */
  @Nullable Node open(@Nullable Object value, Place at) {
    if (at.depth() > MAX_DEPTH) {
      throw new TreeException(
          TreeException.Kind.RECURSION,
          Place.ROOT,
          String.format(
              Locale.ROOT, "The tree is deeper than %d; does it contain itself?", MAX_DEPTH));
    }
    if (stop.test(value)) {
      return null;
    }
    if (value == null || Trees.isNone(value)) {
      return noneIsLeaf ? null : new Node(new Shape.None(value != null), List.of(), List.of());
    }
    NodeType<?> own = registered.get(value.getClass());
    if (own != null) {
      return own.open(value);
    }
    if (value instanceof List<?> list) {
      return new Node(Shape.ListNode.like(list), Node.indices(list.size()), list);
    }
    if (value instanceof Map<?, ?> map) {
      return openMap(map, at);
    }
    if (value instanceof Object[] array) {
      Shape shape = new Shape.ArrayNode(array.getClass().getComponentType());
      return new Node(shape, Node.indices(array.length), Arrays.asList(array));
    }
    if (value instanceof Record record) {
      return Records.open(record);
    }
    if (value instanceof Optional<?> optional) {
      return new Node(new Shape.Present(), Node.indices(1), List.of(optional.orElseThrow()));
    }
    return null;
  }

  private static Node openMap(Map<?, ?> map, Place at) {
    boolean ordered = map instanceof OrderedMap;
    List<Object> keys = new ArrayList<>(map.keySet());
    if (keys.contains(null)) {
      throw new TreeException(
          TreeException.Kind.UNORDERED_KEYS,
          at,
          "The map at %s has the key null, expected keys that have an order and a name"
              .formatted(at));
    }
    try {
      keys = ordered ? keys : KeyOrder.sorted(keys);
    } catch (ClassCastException e) {
      throw new TreeException(
          TreeException.Kind.UNORDERED_KEYS,
          at,
          "The keys of the map at %s have no order: %s; use an OrderedMap"
              .formatted(at, map.keySet()));
    }
    List<PathEntry> entries = keys.stream().<PathEntry>map(PathEntry.Key::new).toList();
    List<Object> values = new ArrayList<>();
    keys.forEach(key -> values.add(map.get(key)));
    return new Node(Shape.MapNode.like(map), entries, values);
  }
}
