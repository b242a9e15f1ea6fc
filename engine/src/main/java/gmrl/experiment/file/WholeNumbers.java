package gmrl.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Numbers such as 3.0 that are whole in all but their spelling. */
final class WholeNumbers {
  private WholeNumbers() {}

  /** What is said of one that is too large for the numbers it is read as. */
  static String expected(Class<?> type) {
    boolean isLong = type == long.class || type == Long.class;
    return isLong
        ? "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
        : "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
  }

  /** A tree in which they are written as whole numbers; negative zero stays what it is. */
  static JsonNode in(JsonNode node) {
    if (node.isFloatingPointNumber()) {
      double value = node.doubleValue();
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
      boolean negativeZero = value == 0 && 1 / value < 0;
      return whole && !negativeZero ? JsonNodeFactory.instance.numberNode((long) value) : node;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(entry -> object.set(entry.getKey(), in(entry.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
      node.forEach(element -> array.add(in(element)));
      return array;
    }
    return node;
  }
}
