package gmrl.tree;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a node is, apart from its children. Equality is that of structures. */
sealed interface Shape {

  /** A node of this shape with these children. */
  @Nullable Object rebuild(List<PathEntry> entries, List<Object> children, Place at);

  /** The structure as text, given the texts of the children. */
  String text(List<PathEntry> entries, List<String> children);

  /** In words, for an error: "a list of 3". */
  String describe(int size, String keys);

  /** Why the other shape cannot stand for this one, or null if it can. */
  default TreeException.@Nullable Kind mismatch(Shape other) {
    return getClass() == other.getClass() ? null : TreeException.Kind.TYPE_MISMATCH;
  }

  /** Neither leaf nor container: a null, or an empty optional. Both are the same structure. */
  record None(boolean optional) implements Shape {
    @Override
    public @Nullable Object rebuild(List<PathEntry> entries, List<Object> children, Place at) {
      return optional ? Optional.empty() : null;
    }

    @Override
    public String text(List<PathEntry> entries, List<String> children) {
      return "None";
    }

    @Override
    public String describe(int size, String keys) {
      return "none";
    }

    @Override
    public TreeException.@Nullable Kind mismatch(Shape other) {
      return other instanceof None ? null : TreeException.Kind.EXPECTED_NONE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof None;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** An optional that holds something. */
  record Present() implements Shape {
    @Override
    public Object rebuild(List<PathEntry> entries, List<Object> children, Place at) {
      return Optional.ofNullable(children.get(0));
    }

    @Override
    public String text(List<PathEntry> entries, List<String> children) {
      return "Optional(" + children.get(0) + ")";
    }

    @Override
    public String describe(int size, String keys) {
      return "an optional with a value";
    }
  }

  /** A list; what kind of list is not part of the structure. */
  record ListNode(Kind kind) implements Shape {
    /** The kinds that a caller may insist on getting back; all others become unmodifiable. */
    enum Kind {
      ARRAY,
      LINKED,
      UNMODIFIABLE
    }

    static ListNode like(List<?> list) {
      return new ListNode(
          list.getClass() == ArrayList.class
              ? Kind.ARRAY
              : list.getClass() == LinkedList.class ? Kind.LINKED : Kind.UNMODIFIABLE);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // a user's linked list comes back as one
    public Object rebuild(List<PathEntry> entries, List<Object> children, Place at) {
      return switch (kind) {
        case ARRAY -> new ArrayList<>(children);
        case LINKED -> new LinkedList<>(children);
        case UNMODIFIABLE -> Collections.unmodifiableList(new ArrayList<>(children));
      };
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ListNode;
    }

    @Override
    public int hashCode() {
      return 3;
    }

    @Override
    public String text(List<PathEntry> entries, List<String> children) {
      return "[" + String.join(", ", children) + "]";
    }

    @Override
    public String describe(int size, String keys) {
      return "a list of " + size;
    }
  }

  /** An array of objects; the type of its elements is not part of the structure. */
  record ArrayNode(Class<?> component) implements Shape {
    @Override
    public Object rebuild(List<PathEntry> entries, List<Object> children, Place at) {
      boolean fits = children.stream().allMatch(c -> c == null || component.isInstance(c));
      Object[] array = (Object[]) Array.newInstance(fits ? component : Object.class, 0);
      return children.toArray(array);
    }

    @Override
    public String text(List<PathEntry> entries, List<String> children) {
      return "(" + String.join(", ", children) + (children.size() == 1 ? ",)" : ")");
    }

    @Override
    public String describe(int size, String keys) {
      return "an array of " + size;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ArrayNode;
    }

    @Override
    public int hashCode() {
      return 2;
    }
  }

  /**
   * A map; {@code order} is the iteration order that a rebuilt map gets back. What kind of map is
   * not part of the structure, except that an {@link OrderedMap} is one of its own.
   */
  record MapNode(boolean ordered, List<Object> order, Supplier<@Nullable Map<Object, Object>> kind)
      implements Shape {

    static MapNode like(Map<?, ?> map) {
      return new MapNode(map instanceof OrderedMap, List.copyOf(map.keySet()), kind(map));
    }

    /** Makes an empty map of the same class, if that is one a caller may insist on; else null. */
    private static Supplier<@Nullable Map<Object, Object>> kind(Map<?, ?> map) {
      Class<?> type = map.getClass();
      if (type == HashMap.class) {
        return HashMap::new;
      }
      if (type == LinkedHashMap.class) {
        return LinkedHashMap::new;
      }
      if (type == TreeMap.class) {
        return () -> emptyLike((TreeMap<?, ?>) map);
      }
      return () -> null;
    }

    @SuppressWarnings("unchecked") // the keys are those of the map that the comparator is from
    private static Map<Object, Object> emptyLike(TreeMap<?, ?> map) {
      return new TreeMap<>((Comparator<Object>) map.comparator());
    }

    @Override
    public Object rebuild(List<PathEntry> entries, List<Object> children, Place at) {
      Map<Object, Object> own = kind.get();
      Map<Object, Object> map = own == null ? new LinkedHashMap<>() : own;
      order.forEach(key -> map.put(key, Optional.empty())); // fixes the iteration order
      for (int i = 0; i < entries.size(); i++) {
        map.put(entries.get(i).value(), children.get(i));
      }
      if (ordered) {
        return OrderedMap.copyOf(map);
      }
      return own == null ? Collections.unmodifiableMap(map) : map;
    }

    @Override
    public String text(List<PathEntry> entries, List<String> children) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        parts.add(KeyOrder.quote(entries.get(i).value()) + ": " + children.get(i));
      }
      String body = "{" + String.join(", ", parts) + "}";
      return !ordered ? body : "OrderedMap(" + (parts.isEmpty() ? "" : body) + ")";
    }

    @Override
    public String describe(int size, String keys) {
      return size == 0 ? "an empty map" : "a map with keys " + keys;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof MapNode that && that.ordered == ordered;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(ordered);
    }
  }

  /** A record. */
  record RecordNode(Class<?> type) implements Shape {
    @Override
    public Object rebuild(List<PathEntry> entries, List<Object> children, Place at) {
      return Records.create(type, children, at);
    }

    @Override
    public String text(List<PathEntry> entries, List<String> children) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        parts.add(entries.get(i).value() + "=" + children.get(i));
      }
      return type.getSimpleName() + "(" + String.join(", ", parts) + ")";
    }

    @Override
    public String describe(int size, String keys) {
      return "a record " + type.getSimpleName();
    }

    @Override
    public TreeException.@Nullable Kind mismatch(Shape other) {
      return other instanceof RecordNode that
          ? that.type == type ? null : TreeException.Kind.RECORD_MISMATCH
          : TreeException.Kind.TYPE_MISMATCH;
    }
  }

  /** A node of a registered type. */
  record Custom(NodeType<?> type, @Nullable Object metadata) implements Shape {
    @Override
    public Object rebuild(List<PathEntry> entries, List<Object> children, Place at) {
      return type.rebuild().apply(metadata, children);
    }

    @Override
    public String text(List<PathEntry> entries, List<String> children) {
      return type.type().getSimpleName()
          + (metadata == null ? "" : "[" + KeyOrder.quote(metadata) + "]")
          + "("
          + String.join(", ", children)
          + ")";
    }

    @Override
    public String describe(int size, String keys) {
      return String.format(
          Locale.ROOT,
          "a %s of %d%s",
          type.type().getSimpleName(),
          size,
          metadata == null ? "" : " with metadata " + KeyOrder.quote(metadata));
    }

    @Override
    public TreeException.@Nullable Kind mismatch(Shape other) {
      if (!(other instanceof Custom that) || that.type.type() != type.type()) {
        return TreeException.Kind.TYPE_MISMATCH;
      }
      return type.interchangeable().test(metadata, that.metadata)
          ? null
          : TreeException.Kind.METADATA_MISMATCH;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Custom that
          && that.type.type() == type.type()
          && Objects.equals(that.metadata, metadata);
    }

    @Override
    public int hashCode() {
      return Objects.hash(type.type(), metadata);
    }
  }
}
