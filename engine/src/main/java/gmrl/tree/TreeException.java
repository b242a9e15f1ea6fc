package gmrl.tree;

/**
 * A tree does not have the structure that an operation needs.
 *
 * <p>The message is one sentence that names the first such place, what was expected there and what
 * was found; {@link #kind()} and {@link #path()} give the same to a program.
 */
public final class TreeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    /** Nodes of different kinds at the same place, or a node against a leaf. */
    TYPE_MISMATCH,
    /** The same kind of node with another number of children. */
    ARITY_MISMATCH,
    /** Two maps with different sets of keys. */
    KEY_MISMATCH,
    /** Two records of different classes, even if their components agree. */
    RECORD_MISMATCH,
    /** Two registered nodes of one type that carry different metadata. */
    METADATA_MISMATCH,
    /** Something stands where the first structure has none. */
    EXPECTED_NONE,
    /** Fewer leaves than the structure has. */
    TOO_FEW_LEAVES,
    /** More leaves than the structure has. */
    TOO_MANY_LEAVES,
    /** The operation needs at least one leaf. */
    EMPTY,
    /** A leaf has no children to open. */
    LEAF,
    /** Keys of a map that have no common order. */
    UNORDERED_KEYS,
    /** A record component cannot hold the value given for it. */
    COMPONENT_TYPE,
    /** A tree that contains itself, or nests deeper than 1000. */
    RECURSION,
    /** No such place in the tree. */
    NO_SUCH_PATH,
    /** The type is already registered. */
    ALREADY_REGISTERED,
    /** Built-in containers cannot be registered anew. */
    BUILT_IN,
    /** The type is not registered. */
    NOT_REGISTERED
  }

  private final Kind kind;
  private final transient TreePath path;

  TreeException(Kind kind, Place at, String message) {
    super(message);
    this.kind = kind;
    this.path = at.path();
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** The first place at which it is wrong. */
  public TreePath path() {
    return path;
  }
}
