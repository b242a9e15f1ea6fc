package gmrl.tree;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An unmodifiable map whose order belongs to its structure.
 *
 * <p>Its leaves come in the order of its entries, not sorted by key as for every other map, and two
 * structures with the same keys in another order are different. In a map over several trees it
 * still pairs with any map that has the same keys.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class OrderedMap<K, V> extends AbstractMap<K, V> {

  private final Map<K, V> entries;

  private OrderedMap(Map<K, V> entries) {
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** A copy of {@code entries}, in its iteration order. */
  public static <K, V> OrderedMap<K, V> copyOf(Map<K, V> entries) {
    return new OrderedMap<>(entries);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return entries.entrySet();
  }
}
