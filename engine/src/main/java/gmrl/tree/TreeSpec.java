package gmrl.tree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a tree: its nodes without its leaves.
 *
 * <p>Two specs are equal if trees of the one can be rebuilt as trees of the other: same nodes, same
 * keys, same metadata. The iteration order of ordinary maps and the element types of arrays do not
 * count; the order of an {@link OrderedMap} does.
 *
 * <p>Prints with {@code *} for a leaf: {@code TreeSpec({'b': *, 'w': [*, None]})}.
 */
public final class TreeSpec {

  private final Rules rules;
  private final @Nullable Node node; // children are specs; null for a leaf
  private final int leafCount;
  private final int nodeCount;

  private TreeSpec(Rules rules, @Nullable Node node) {
    this.rules = rules;
    this.node = node;
    int leaves = node == null ? 1 : 0;
    int nodes = 1;
    for (TreeSpec child : children()) {
      leaves += child.leafCount;
      nodes += child.nodeCount;
    }
    this.leafCount = leaves;
    this.nodeCount = nodes;
  }

  static TreeSpec leaf(Rules rules) {
    return new TreeSpec(rules, null);
  }

  static TreeSpec of(Rules rules, Node opened, List<TreeSpec> children) {
    return new TreeSpec(rules, new Node(opened.shape(), opened.entries(), children));
  }

  @Nullable Node node() {
    return node;
  }

  /** How many leaves a tree of this structure has. */
  public int leafCount() {
    return leafCount;
  }

  /** How many nodes and leaves a tree of this structure has; a none counts as a node. */
  public int nodeCount() {
    return nodeCount;
  }

  /** Whether the whole structure is one leaf. */
  public boolean isLeaf() {
    return node == null;
  }

  /** The structures of the root's children; empty for a leaf. */
  @SuppressWarnings("unchecked")
  public List<TreeSpec> children() {
    return node == null ? List.of() : (List<TreeSpec>) node.children();
  }

  /** What leads from the root to each of its children. */
  public List<PathEntry> entries() {
    return node == null ? List.of() : node.entries();
  }

  /** The paths of all leaves, in the order of the leaves. */
  public List<TreePath> paths() {
    List<TreePath> paths = new ArrayList<>();
    collectPaths(Place.ROOT, paths);
    return paths;
  }

  private void collectPaths(Place at, List<TreePath> paths) {
    if (node == null) {
      paths.add(at.path());
      return;
    }
    for (int i = 0; i < children().size(); i++) {
      children().get(i).collectPaths(at.then(entries().get(i)), paths);
    }
  }

  /**
   * A tree of this structure with these leaves.
   *
   * @throws TreeException if there are too few or too many, or a record cannot hold one
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the structure decides
  public <T> T unflatten(Iterable<?> leaves) {
    Iterator<?> rest = leaves.iterator();
    Object tree = build(rest, Place.ROOT);
    if (rest.hasNext()) {
      throw new TreeException(
          TreeException.Kind.TOO_MANY_LEAVES,
          Place.ROOT,
          String.format(
              Locale.ROOT, "The structure %s has %d leaves, but more were given", this, leafCount));
    }
    return Trees.<T>cast(tree);
  }

  private @Nullable Object build(Iterator<?> leaves, Place at) {
    if (node == null) {
      if (!leaves.hasNext()) {
        throw new TreeException(
            TreeException.Kind.TOO_FEW_LEAVES, at, "No leaf was given for " + at);
      }
      return leaves.next();
    }
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < children().size(); i++) {
      parts.add(children().get(i).build(leaves, at.then(entries().get(i))));
    }
    return node.shape().rebuild(node.entries(), parts, at);
  }

  /**
   * The subtrees of {@code tree} that stand where this structure has leaves.
   *
   * @throws TreeException at the first place where the tree lacks a node of this structure
   */
  public List<Object> flattenUpTo(@Nullable Object tree) {
    List<Object> subtrees = new ArrayList<>();
    collect(tree, Place.ROOT, subtrees);
    return subtrees;
  }

  /**
   * Every place at which {@code tree} lacks a node of this structure, not only the first: empty if
   * this structure is a prefix of the tree. Below a place that does not fit nothing more is said.
   */
  public List<TreeException> prefixErrors(@Nullable Object tree) {
    List<TreeException> errors = new ArrayList<>();
    collectErrors(tree, Place.ROOT, errors);
    return errors;
  }

  private void collectErrors(@Nullable Object tree, Place at, List<TreeException> errors) {
    if (node == null) {
      return;
    }
    Node other = rules.open(tree, at);
    TreeException error = other == null ? leafInsteadOf(node, at) : node.mismatch(other, at);
    if (error != null) {
      errors.add(error);
      return;
    }
    List<?> parts = node.align(Objects.requireNonNull(other));
    for (int i = 0; i < parts.size(); i++) {
      children().get(i).collectErrors(parts.get(i), at.then(entries().get(i)), errors);
    }
  }

  private void collect(@Nullable Object tree, Place at, List<Object> subtrees) {
    if (node == null) {
      subtrees.add(tree);
      return;
    }
    Node other = rules.open(tree, at);
    if (other == null) {
      throw leafInsteadOf(node, at);
    }
    List<?> parts = aligned(node, other, at);
    for (int i = 0; i < parts.size(); i++) {
      children().get(i).collect(parts.get(i), at.then(entries().get(i)), subtrees);
    }
  }

  static TreeException leafInsteadOf(Node node, Place at) {
    boolean none = node.shape() instanceof Shape.None;
    return Node.expected(
        none ? TreeException.Kind.EXPECTED_NONE : TreeException.Kind.TYPE_MISMATCH,
        at,
        node.describe(),
        "a leaf");
  }

  static List<?> aligned(Node node, Node other, Place at) {
    TreeException mismatch = node.mismatch(other, at);
    if (mismatch != null) {
      throw mismatch;
    }
    return node.align(other);
  }

  /** This structure with {@code inner} in the place of each leaf. */
  public TreeSpec compose(TreeSpec inner) {
    return node == null
        ? inner
        : of(rules, node, children().stream().map(child -> child.compose(inner)).toList());
  }

  /** Whether trees of the other structure are trees of this one with subtrees as leaves. */
  public boolean isPrefixOf(TreeSpec other) {
    if (node == null) {
      return true;
    }
    if (other.node == null || node.mismatch(other.node, Place.ROOT) != null) {
      return false;
    }
    List<?> parts = node.align(other.node);
    for (int i = 0; i < parts.size(); i++) {
      if (!children().get(i).isPrefixOf((TreeSpec) parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether this is a prefix of the other structure, and the other is not one of this. */
  public boolean isStrictPrefixOf(TreeSpec other) {
    return isPrefixOf(other) && !other.isPrefixOf(this);
  }

  /** Whether the other structure is a prefix of this one. */
  public boolean isSuffixOf(TreeSpec other) {
    return other.isPrefixOf(this);
  }

  /**
   * The smallest structure of which both are prefixes, with this one's kinds of map.
   *
   * @throws TreeException at the first place where the two cannot be reconciled
   */
  public TreeSpec commonSuffix(TreeSpec other) {
    return commonSuffix(other, Place.ROOT);
  }

  private TreeSpec commonSuffix(TreeSpec other, Place at) {
    if (node == null) {
      return other;
    }
    if (other.node == null) {
      return this;
    }
    List<?> parts = aligned(node, other.node, at);
    List<TreeSpec> common = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      common.add(
          children().get(i).commonSuffix((TreeSpec) parts.get(i), at.then(entries().get(i))));
    }
    return of(rules, node, common);
  }

  /**
   * Checks that the other structure has the same nodes (maps of any kind may stand for each other).
   *
   * @throws TreeException that names the first place where they differ
   */
  public void requireSame(TreeSpec other) {
    requireSame(other, Place.ROOT);
  }

  private void requireSame(TreeSpec other, Place at) {
    if (node == null) {
      if (other.node != null) {
        throw Node.expected(TreeException.Kind.TYPE_MISMATCH, at, "a leaf", other.node.describe());
      }
      return;
    }
    if (other.node == null) {
      throw leafInsteadOf(node, at);
    }
    List<?> parts = aligned(node, other.node, at);
    for (int i = 0; i < parts.size(); i++) {
      children().get(i).requireSame((TreeSpec) parts.get(i), at.then(entries().get(i)));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof TreeSpec that) || rules.noneIsLeaf() != that.rules.noneIsLeaf()) {
      return false;
    }
    if (node == null || that.node == null) {
      return node == null && that.node == null;
    }
    return node.shape().equals(that.node.shape())
        && node.entries().equals(that.node.entries())
        && node.children().equals(that.node.children());
  }

  @Override
  public int hashCode() {
    return node == null
        ? Boolean.hashCode(rules.noneIsLeaf())
        : Objects.hash(node.shape(), node.entries(), node.children());
  }

  @Override
  public String toString() {
    return "TreeSpec(" + text() + (rules.noneIsLeaf() ? ", NoneIsLeaf)" : ")");
  }

  private String text() {
    return node == null
        ? "*"
        : node.shape().text(node.entries(), children().stream().map(TreeSpec::text).toList());
  }
}
