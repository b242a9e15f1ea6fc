package gmrl.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An opened node: what it is, how its children are called, and the children (trees or specs). */
record Node(Shape shape, List<PathEntry> entries, List<?> children) {

  static List<PathEntry> indices(int n) {
    PathEntry[] entries = new PathEntry[n];
    Arrays.setAll(entries, PathEntry.Index::new);
    return List.of(entries);
  }

  static List<PathEntry> slots(int n) {
    PathEntry[] entries = new PathEntry[n];
    Arrays.setAll(entries, PathEntry.Slot::new);
    return List.of(entries);
  }

  static List<PathEntry> fields(List<String> names) {
    return names.stream().<PathEntry>map(PathEntry.Field::new).toList();
  }

  /** Why {@code other} cannot stand in the place of this node, or null if it can. */
  @Nullable TreeException mismatch(Node other, Place at) {
    TreeException.Kind kind = shape.mismatch(other.shape);
    if (kind == null && shape instanceof Shape.MapNode) {
      return keyMismatch(other, at);
    }
    if (kind == null && children.size() != other.children.size()) {
      kind = TreeException.Kind.ARITY_MISMATCH;
    }
    return kind == null ? null : Node.expected(kind, at, describe(), other.describe());
  }

  private @Nullable TreeException keyMismatch(Node other, Place at) {
    String missing = keysNotIn(entries, other.entries);
    String extra = keysNotIn(other.entries, entries);
    if (missing.isEmpty() && extra.isEmpty()) {
      return null;
    }
    String what =
        (missing.isEmpty() ? "" : " lacks " + missing)
            + (missing.isEmpty() || extra.isEmpty() ? "" : " and")
            + (extra.isEmpty() ? "" : " has " + extra + " besides");
    return new TreeException(
        TreeException.Kind.KEY_MISMATCH,
        at,
        "The trees differ at " + at + ": expected " + describe() + ", but the other map" + what);
  }

  private static String keysNotIn(List<PathEntry> these, List<PathEntry> those) {
    Set<PathEntry> known = new HashSet<>(those);
    return these.stream()
        .filter(entry -> !known.contains(entry))
        .map(entry -> KeyOrder.quote(entry.value()))
        .collect(Collectors.joining(", "));
  }

  /** The children of a matching {@code other}, in the order of this node's entries. */
  List<?> align(Node other) {
    if (!(shape instanceof Shape.MapNode) || entries.equals(other.entries)) {
      return other.children;
    }
    Map<PathEntry, Object> byKey = new HashMap<>();
    for (int i = 0; i < other.entries.size(); i++) {
      byKey.put(other.entries.get(i), other.children.get(i));
    }
    List<Object> aligned = new ArrayList<>(); // not List.of: a none may be null
    entries.forEach(entry -> aligned.add(byKey.get(entry)));
    return aligned;
  }

  String describe() {
    return shape.describe(
        children.size(),
        entries.stream().map(e -> KeyOrder.quote(e.value())).collect(Collectors.joining(", ")));
  }

  static TreeException expected(TreeException.Kind kind, Place at, String expected, String found) {
    return new TreeException(
        kind, at, "The trees differ at %s: expected %s, found %s".formatted(at, expected, found));
  }
}
