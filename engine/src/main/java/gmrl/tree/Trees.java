package gmrl.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Operations on trees, under one set of rules about what is a node.
 *
 * <p>Nodes are records, lists, maps, arrays of objects, optionals that hold something, and the
 * types given to {@link #with}. Everything else is a leaf, arrays of primitives and strings
 * included. Leaves come depth first: lists and arrays by index, records by component, maps by
 * sorted key (strings by code point) unless they are an {@link OrderedMap}.
 *
 * <p>A null or an empty optional is a <em>none</em>: a node without children, which no function
 * sees and which stays where it is. With {@link #noneIsLeaf()} it is a leaf.
 *
 * <p>Results are new trees of the same structure. An ArrayList, LinkedList, HashMap, LinkedHashMap
 * or TreeMap comes back as one of its class; other lists and maps come back unmodifiable, and such
 * a map iterates in the order of the map it comes from. A structure that does not fit raises a
 * {@link TreeException} that names the first place.
 */
public final class Trees {

  private static final Trees STANDARD = new Trees(Rules.STANDARD);

  private final Rules rules;

  private Trees(Rules rules) {
    this.rules = rules;
  }

  /** The plain rules: nothing registered, none is a node. */
  public static Trees standard() {
    return STANDARD;
  }

  /** These rules with none as a leaf, which functions then see (a null or an empty optional). */
  public Trees noneIsLeaf() {
    return new Trees(rules.withNoneIsLeaf());
  }

  /** These rules with every value that satisfies {@code leaf} as a leaf. */
  public Trees stoppingAt(Predicate<@Nullable Object> leaf) {
    return new Trees(rules.withStop(leaf));
  }

  /**
   * These rules with one more node type.
   *
   * @throws TreeException if the class is registered already, or is a built-in container
   */
  public Trees with(NodeType<?> type) {
    return new Trees(rules.with(type));
  }

  /**
   * These rules without a registered node type.
   *
   * @throws TreeException if it is not registered
   */
  public Trees without(Class<?> type) {
    return new Trees(rules.without(type));
  }

  /**
   * Leaves and structure.
   *
   * @param leaves in the order of {@link TreeSpec#paths()}; may hold nulls if none is a leaf
   */
  public record Flat(List<Object> leaves, TreeSpec spec) {}

  /** A tree's root, opened: its children and what leads to each. */
  public record Level(List<Object> children, List<PathEntry> entries) {}

  /** The two halves of a partition; each has the whole structure. */
  public record Partition<T>(T left, T right) {}

  /** Two trees that have been given one structure. */
  public record Pair(Object first, Object second) {}

  /** Takes a tree apart. */
  public Flat flatten(@Nullable Object tree) {
    List<Object> leaves = new ArrayList<>();
    TreeSpec spec = flatten(tree, Place.ROOT, leaves);
    return new Flat(Collections.unmodifiableList(leaves), spec);
  }

  private TreeSpec flatten(@Nullable Object tree, Place at, List<Object> leaves) {
    Node node = rules.open(tree, at);
    if (node == null) {
      leaves.add(tree);
      return TreeSpec.leaf(rules);
    }
    List<TreeSpec> children = new ArrayList<>();
    for (int i = 0; i < node.children().size(); i++) {
      children.add(flatten(node.children().get(i), at.then(node.entries().get(i)), leaves));
    }
    return TreeSpec.of(rules, node, children);
  }

  /** The leaves of a tree, cast to what the caller expects. */
  public <L> List<L> leaves(@Nullable Object tree) {
    return Trees.<List<L>>cast(flatten(tree).leaves());
  }

  /** The structure of a tree. */
  public TreeSpec spec(@Nullable Object tree) {
    return flatten(tree).spec();
  }

  /** Whether the value is a leaf under these rules. */
  public boolean isLeaf(@Nullable Object value) {
    return rules.open(value, Place.ROOT) == null;
  }

  /**
   * Takes only the root apart.
   *
   * @throws TreeException if it is a leaf
   */
  public Level flattenOneLevel(@Nullable Object tree) {
    Node node = rules.open(tree, Place.ROOT);
    if (node == null) {
      throw new TreeException(
          TreeException.Kind.LEAF, Place.ROOT, "A leaf has no children to open: " + tree);
    }
    return new Level(Collections.unmodifiableList(node.children()), node.entries());
  }

  /**
   * The subtree at a path.
   *
   * @throws TreeException if the tree has no such place
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the path decides
  public <R> R get(@Nullable Object tree, TreePath path) {
    Object here = tree;
    Place at = Place.ROOT;
    for (PathEntry entry : path.entries()) {
      Node node = rules.open(here, at);
      int child = node == null ? -1 : node.entries().indexOf(entry);
      if (node == null || child < 0) {
        throw new TreeException(
            TreeException.Kind.NO_SUCH_PATH,
            at,
            "No %s in %s at %s".formatted(entry, node == null ? "a leaf" : node.describe(), at));
      }
      here = node.children().get(child);
      at = at.then(entry);
    }
    return Trees.<R>cast(here);
  }

  /** The tree with {@code f} applied to every leaf; it sees leaves in order, each once. */
  public <L, T> T map(T tree, Function<? super L, ?> f) {
    Flat flat = flatten(tree);
    List<L> leaves = Trees.<List<L>>cast(flat.leaves());
    List<Object> mapped = new ArrayList<>();
    leaves.forEach(leaf -> mapped.add(f.apply(leaf)));
    return flat.spec().unflatten(mapped);
  }

  /** Hands every leaf to {@code action}, in order. */
  public <L> void forEach(@Nullable Object tree, Consumer<? super L> action) {
    this.<L>leaves(tree).forEach(action);
  }

  /** As {@link #map}, with the path of each leaf. */
  public <L, T> T mapWithPath(T tree, BiFunction<TreePath, ? super L, ?> f) {
    Flat flat = flatten(tree);
    List<L> leaves = Trees.<List<L>>cast(flat.leaves());
    List<TreePath> paths = flat.spec().paths();
    List<Object> mapped = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      mapped.add(f.apply(paths.get(i), leaves.get(i)));
    }
    return flat.spec().unflatten(mapped);
  }

  /**
   * The first tree with {@code f(leaf, what stands there in the other)} for every leaf. Where the
   * first has a leaf, the other may have a whole subtree.
   *
   * @throws TreeException at the first place where the other lacks a node of the first
   */
  public <L, M, T> T zip(T first, @Nullable Object other, BiFunction<? super L, ? super M, ?> f) {
    return zip(
        first,
        Collections.singletonList(other),
        row -> f.apply(Trees.<L>cast(row.get(0)), Trees.<M>cast(row.get(1))));
  }

  /**
   * The first tree with {@code f} of all trees' values at every leaf of the first; {@code f} gets
   * one value per tree, the first's first.
   */
  public <T> T zip(T first, List<?> others, Function<List<Object>, ?> f) {
    Flat flat = flatten(first);
    List<List<Object>> columns = new ArrayList<>();
    columns.add(flat.leaves());
    others.forEach(other -> columns.add(flat.spec().flattenUpTo(other)));
    List<Object> mapped = new ArrayList<>();
    for (int i = 0; i < flat.leaves().size(); i++) {
      List<Object> row = new ArrayList<>();
      for (List<Object> column : columns) {
        row.add(column.get(i));
      }
      mapped.add(f.apply(row));
    }
    return flat.spec().unflatten(mapped);
  }

  /**
   * The leaves combined from left to right.
   *
   * @throws TreeException if there is no leaf
   */
  public <L> L reduce(@Nullable Object tree, BiFunction<? super L, ? super L, ? extends L> f) {
    List<L> leaves = leaves(tree);
    if (leaves.isEmpty()) {
      throw new TreeException(
          TreeException.Kind.EMPTY,
          Place.ROOT,
          "Reducing needs a leaf or an initial value, and the tree has no leaves");
    }
    return fold(leaves.subList(1, leaves.size()), leaves.get(0), f);
  }

  /** The leaves combined from left to right, starting with {@code initial}. */
  public <L, A> A reduce(
      @Nullable Object tree, A initial, BiFunction<? super A, ? super L, ? extends A> f) {
    return fold(this.<L>leaves(tree), initial, f);
  }

  private static <L, A> A fold(
      List<L> leaves, A initial, BiFunction<? super A, ? super L, ? extends A> f) {
    A result = initial;
    for (L leaf : leaves) {
      result = f.apply(result, leaf);
    }
    return result;
  }

  /** Whether all leaves satisfy the test; true for a tree without leaves. */
  public <L> boolean all(@Nullable Object tree, Predicate<? super L> test) {
    return this.<L>leaves(tree).stream().allMatch(test);
  }

  /** Whether some leaf satisfies the test. */
  public <L> boolean any(@Nullable Object tree, Predicate<? super L> test) {
    return this.<L>leaves(tree).stream().anyMatch(test);
  }

  /**
   * Turns an outer structure of inner trees into an inner structure of outer trees.
   *
   * @param tree of structure {@code outer.compose(inner)}
   * @throws TreeException if it is not, or if one of the structures has no leaf
   */
  public Object transpose(TreeSpec outer, TreeSpec inner, @Nullable Object tree) {
    if (outer.leafCount() == 0 || inner.leafCount() == 0) {
      throw new TreeException(
          TreeException.Kind.EMPTY,
          Place.ROOT,
          "Transposing needs leaves in both structures: outer %s, inner %s"
              .formatted(outer, inner));
    }
    Flat flat = flatten(tree);
    outer.compose(inner).requireSame(flat.spec());
    // Through the composed structure, so that maps in another key order are read in its order.
    List<Object> leaves = outer.compose(inner).flattenUpTo(tree);
    List<Object> columns = new ArrayList<>();
    for (int j = 0; j < inner.leafCount(); j++) {
      List<Object> column = new ArrayList<>();
      for (int i = 0; i < outer.leafCount(); i++) {
        column.add(leaves.get(i * inner.leafCount() + j));
      }
      columns.add(outer.unflatten(column));
    }
    return inner.unflatten(columns);
  }

  /**
   * Applies {@code f} to every leaf and transposes: the result has the structure of f's value, with
   * trees like {@code tree} at its leaves.
   *
   * @throws TreeException if the tree has no leaf, or f gives different structures
   */
  public <L> Object transposeMap(@Nullable Object tree, Function<? super L, ?> f) {
    Flat flat = flatten(tree);
    List<L> leaves = Trees.<List<L>>cast(flat.leaves());
    if (leaves.isEmpty()) {
      throw new TreeException(
          TreeException.Kind.EMPTY, Place.ROOT, "Transposing needs at least one leaf");
    }
    List<Object> values = new ArrayList<>();
    leaves.forEach(leaf -> values.add(f.apply(leaf)));
    return transpose(flat.spec(), spec(values.get(0)), flat.spec().unflatten(values));
  }

  /**
   * A tree of the structure of {@code full}, in which every leaf of the prefix fills all places
   * below it.
   *
   * @throws TreeException if {@code prefix} is not a prefix of {@code full}
   */
  public Object broadcastPrefix(@Nullable Object prefix, @Nullable Object full) {
    return broadcastTo(prefix, spec(full));
  }

  /** Both trees broadcast to their common structure. */
  public Pair broadcastCommon(@Nullable Object first, @Nullable Object second) {
    TreeSpec common = spec(first).commonSuffix(spec(second));
    return new Pair(broadcastTo(first, common), broadcastTo(second, common));
  }

  /** A tree of structure {@code spec} filled from a prefix; see {@link #broadcastPrefix}. */
  public Object broadcastTo(@Nullable Object prefix, TreeSpec spec) {
    List<Object> filled = new ArrayList<>();
    fill(prefix, spec, Place.ROOT, filled);
    return spec.unflatten(filled);
  }

  private void fill(@Nullable Object prefix, TreeSpec spec, Place at, List<Object> filled) {
    Node node = rules.open(prefix, at);
    if (node == null) {
      filled.addAll(Collections.nCopies(spec.leafCount(), prefix));
      return;
    }
    Node target = spec.node();
    if (target == null) {
      throw TreeSpec.leafInsteadOf(node, at);
    }
    TreeException mismatch = node.mismatch(target, at);
    if (mismatch != null) {
      throw mismatch;
    }
    List<?> parts = target.align(node);
    for (int i = 0; i < parts.size(); i++) {
      fill(parts.get(i), spec.children().get(i), at.then(spec.entries().get(i)), filled);
    }
  }

  /**
   * Splits a tree: leaves that satisfy the test stay on the left, the others on the right, and
   * {@code fill} takes their place on the other side (null for none).
   */
  public <L, T> Partition<T> partition(T tree, Predicate<? super L> test, @Nullable Object fill) {
    Flat flat = flatten(tree);
    List<L> leaves = Trees.<List<L>>cast(flat.leaves());
    List<Object> left = new ArrayList<>();
    List<Object> right = new ArrayList<>();
    for (L leaf : leaves) {
      boolean stays = test.test(leaf);
      left.add(stays ? leaf : fill);
      right.add(stays ? fill : leaf);
    }
    return new Partition<>(flat.spec().unflatten(left), flat.spec().unflatten(right));
  }

  /** The tree with {@code value} in the place of every none. */
  public <T> T replaceNones(T tree, Object value) {
    return noneIsLeaf().map(tree, leaf -> isNone(leaf) ? value : leaf);
  }

  /** Whether the value is a none: a null or an empty optional. */
  public static boolean isNone(@Nullable Object value) {
    return value == null || (value instanceof Optional<?> optional && optional.isEmpty());
  }

  /** Casts to what the caller says its leaves are; none as a leaf makes nulls legitimate. */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  static <L> L cast(@Nullable Object leaf) {
    return (L) leaf;
  }
}
