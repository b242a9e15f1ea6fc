package gmrl.tree;

/** One step down a tree: from a node to one of its children. */
public sealed interface PathEntry {

  /** What identifies the child within its node: an index, a key or a component name. */
  Object value();

  /** Position in a list, an array, or an optional (always 0). */
  record Index(int index) implements PathEntry {
    @Override
    public Object value() {
      return index;
    }

    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }

  /** Key of a map. */
  record Key(Object key) implements PathEntry {
    @Override
    public Object value() {
      return key;
    }

    @Override
    public String toString() {
      return "[" + KeyOrder.quote(key) + "]";
    }
  }

  /** Component of a record, or named child of a registered node type. */
  record Field(String name) implements PathEntry {
    @Override
    public Object value() {
      return name;
    }

    @Override
    public String toString() {
      return "." + name;
    }
  }

  /** Position among the children of a registered node type that does not name them. */
  record Slot(int index) implements PathEntry {
    @Override
    public Object value() {
      return index;
    }

    @Override
    public String toString() {
      return "[<child " + index + ">]";
    }
  }
}
