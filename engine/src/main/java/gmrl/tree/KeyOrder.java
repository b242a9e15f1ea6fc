package gmrl.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which the keys of a map are read, whatever order the map itself iterates in. */
final class KeyOrder {

  private KeyOrder() {}

  /**
   * Keys in ascending order: strings by Unicode code point, others by their natural order; keys of
   * several classes by class name first, so that integers come before strings.
   *
   * @throws ClassCastException if keys of one class have no natural order
   */
  static List<Object> sorted(Collection<?> keys) {
    List<Object> sorted = new ArrayList<>(keys);
    sorted.sort(
        Comparator.comparing((Object key) -> group(key).getName()).thenComparing(KeyOrder::within));
    return sorted;
  }

  private static Class<?> group(Object key) {
    return key instanceof Enum<?> e ? e.getDeclaringClass() : key.getClass();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // both keys are of one class here
  private static int within(Object a, Object b) {
    return a instanceof String s ? compareCodePoints(s, (String) b) : ((Comparable) a).compareTo(b);
  }

  /**
   * String.compareTo goes by UTF-16 unit and so puts characters beyond U+FFFF before U+E000–U+FFFF.
   */
  private static int compareCodePoints(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length()) {
      int x = a.codePointAt(i);
      int y = b.codePointAt(i);
      if (x != y) {
        return Integer.compare(x, y);
      }
      i += Character.charCount(x);
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Strings in single quotes (in double quotes if they hold only single ones), the rest as is. */
  static String quote(Object key) {
    if (!(key instanceof String s)) {
      return String.valueOf(key);
    }
    String escaped = s.replace("\\", "\\\\").replace("\n", "\\n");
    if (!s.contains("'")) {
      return "'" + escaped + "'";
    }
    return s.contains("\"") ? "'" + escaped.replace("'", "\\'") + "'" : "\"" + escaped + "\"";
  }
}
