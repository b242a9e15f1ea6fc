package gmrl.experiment.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Small helpers to write JSON. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** A vector as an array of numbers; what is undefined becomes null. */
  public static ArrayNode vector(double[] values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.length);
    for (double value : values) {
      array.add(number(value));
    }
    return array;
  }

  /** A matrix as an array of rows. */
  public static ArrayNode matrix(double[][] rows) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(rows.length);
    for (double[] row : rows) {
      array.add(vector(row));
    }
    return array;
  }

  /** A number, or null where it is NaN or infinite: JSON has no such numbers. */
  public static JsonNode number(double value) {
    return Double.isFinite(value)
        ? JsonNodeFactory.instance.numberNode(value)
        : JsonNodeFactory.instance.nullNode();
  }

  /** One line of text. */
  public static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot be written", e);
    }
  }

  /** Indented text that ends with a line break; arrays of numbers stay on one line. */
  public static String pretty(JsonNode node) {
    StringBuilder text = new StringBuilder();
    append(node, 0, text);
    return text.append('\n').toString();
  }

  private static void append(JsonNode node, int depth, StringBuilder text) {
    boolean flat = !node.isContainerNode() || node.isEmpty() || isFlat(node);
    if (flat) {
      text.append(line(node));
      return;
    }
    String indent = "  ".repeat(depth + 1);
    text.append(node.isObject() ? "{" : "[");
    String separator = "\n";
    if (node.isObject()) {
      for (var entry : node.properties()) {
        text.append(separator)
            .append(indent)
            .append(line(JsonNodeFactory.instance.textNode(entry.getKey())));
        text.append(": ");
        append(entry.getValue(), depth + 1, text);
        separator = ",\n";
      }
    } else {
      for (JsonNode element : node) {
        text.append(separator).append(indent);
        append(element, depth + 1, text);
        separator = ",\n";
      }
    }
    text.append('\n').append("  ".repeat(depth)).append(node.isObject() ? "}" : "]");
  }

  private static boolean isFlat(JsonNode node) {
    for (JsonNode element : node) {
      if (element.isContainerNode()) {
        return false;
      }
    }
    return node.isArray() || node.size() <= 3;
  }
}
