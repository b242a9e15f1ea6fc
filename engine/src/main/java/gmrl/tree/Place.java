package gmrl.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a walk through a tree is; cheap to extend, and a {@link TreePath} only when asked. */
final class Place {

  static final Place ROOT = new Place(null, null);

  private final @Nullable Place parent;
  private final @Nullable PathEntry entry;
  private final int depth;

  private Place(@Nullable Place parent, @Nullable PathEntry entry) {
    this.parent = parent;
    this.entry = entry;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  Place then(PathEntry next) {
    return new Place(this, next);
  }

  int depth() {
    return depth;
  }

  TreePath path() {
    Deque<PathEntry> entries = new ArrayDeque<>();
    for (Place place = this; place != null; place = place.parent) {
      if (place.entry != null) {
        entries.addFirst(place.entry);
      }
    }
    return new TreePath(List.copyOf(entries));
  }

  @Override
  public String toString() {
    return path().toString();
  }
}
