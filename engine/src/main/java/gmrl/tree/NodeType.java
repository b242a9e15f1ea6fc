package gmrl.tree;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How instances of one class are taken apart and put together again, for {@link Trees#with}.
 *
 * <p>Applies to that exact class, not to its subclasses, and comes before the built-in treatment: a
 * record can be given another view of itself this way.
 *
 * @param type the class
 * @param children the children of a node, in a fixed order
 * @param names names of the children for paths, or an empty list to number them
 * @param metadata what a node carries beside its children; compared with {@code equals}
 * @param rebuild a node from metadata and new children
 * @param interchangeable whether nodes with these two metadata may stand for one another in an
 *     operation over several trees (structures are equal only if the metadata are)
 * @param <N> the class
 */
public record NodeType<N>(
    Class<N> type,
    Function<N, List<?>> children,
    Function<N, List<String>> names,
    Function<N, @Nullable Object> metadata,
    BiFunction<@Nullable Object, List<Object>, N> rebuild,
    BiPredicate<@Nullable Object, @Nullable Object> interchangeable) {

  public NodeType {
    requireNonNull(type, "type");
    requireNonNull(children, "children");
    requireNonNull(names, "names");
    requireNonNull(metadata, "metadata");
    requireNonNull(rebuild, "rebuild");
    requireNonNull(interchangeable, "interchangeable");
  }

  /** A node type with numbered children and no metadata. */
  public static <N> NodeType<N> of(
      Class<N> type, Function<N, List<?>> children, Function<List<Object>, N> rebuild) {
    return new NodeType<>(
        type,
        children,
        node -> List.of(),
        node -> null,
        (metadata, parts) -> rebuild.apply(parts),
        java.util.Objects::equals);
  }

  /** This type with named children. */
  public NodeType<N> named(String... childNames) {
    List<String> fixed = List.of(childNames);
    return new NodeType<>(type, children, node -> fixed, metadata, rebuild, interchangeable);
  }

  Node open(Object instance) {
    N node = type.cast(instance);
    List<?> parts = children.apply(node);
    List<String> labels = names.apply(node);
    if (!labels.isEmpty() && labels.size() != parts.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Node type %s gives %d names for %d children",
              type.getSimpleName(),
              labels.size(),
              parts.size()));
    }
    Shape shape = new Shape.Custom(this, metadata.apply(node));
    return new Node(
        shape, labels.isEmpty() ? Node.slots(parts.size()) : Node.fields(labels), parts);
  }
}
