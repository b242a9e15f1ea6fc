package gmrl.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way from the root of a tree to a place in it; read the place with {@link Trees#get}.
 *
 * <p>Prints as code with the root as a star: {@code *['layer'][0].weight}.
 */
public record TreePath(List<PathEntry> entries) {

  /** The path of a tree's root. */
  public static final TreePath ROOT = new TreePath(List.of());

  public TreePath {
    entries = List.copyOf(entries);
  }

  /** This path with one more step. */
  public TreePath then(PathEntry entry) {
    List<PathEntry> longer = new ArrayList<>(entries);
    longer.add(entry);
    return new TreePath(longer);
  }

  /** Indices, keys and names from the root downwards. */
  public List<Object> values() {
    return entries.stream().map(PathEntry::value).toList();
  }

  /** The entries joined with {@code separator}, a short name for a leaf: {@code layer/0/weight}. */
  public String join(String separator) {
    return entries.stream().map(e -> e.value().toString()).collect(Collectors.joining(separator));
  }

  @Override
  public String toString() {
    return entries.stream().map(PathEntry::toString).collect(Collectors.joining("", "*", ""));
  }
}
