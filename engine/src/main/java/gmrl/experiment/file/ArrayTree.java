package gmrl.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** NumPy's archives as trees, so that whoever reads a document reads its arrays, too. */
public final class ArrayTree {
  private ArrayTree() {}

  /** Whether bytes begin as an archive (even one of nothing) or a lone array does, and no text. */
  static boolean isArchive(byte[] bytes) {
    return bytes.length > 3
        && ((bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 7) || bytes[0] == (byte) 0x93);
  }

  /**
   * The arrays by their names, nested as they are shaped.
   *
   * @throws IllegalArgumentException in one sentence that names the file
   */
  static ObjectNode of(String file, byte[] bytes) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    try {
      Npz.read(bytes).forEach((name, array) -> tree.set(name, node(array)));
      return tree;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read as NumPy's archive: " + e.getMessage(), e);
    }
  }

  /**
   * The bytes of an archive with every number and array of numbers of an object; what is undefined
   * is NaN.
   *
   * @throws IllegalArgumentException naming a key that is neither, or whose rows differ in length
   */
  public static byte[] write(ObjectNode object) {
    List<NamedArray> arrays = new ArrayList<>();
    object.properties().forEach(entry -> arrays.add(array(entry.getKey(), entry.getValue())));
    return Npz.write(arrays);
  }

  private static NamedArray array(String name, JsonNode value) {
    List<Integer> shape = new ArrayList<>();
    for (JsonNode at = value; at.isArray(); at = at.path(0)) {
      shape.add(at.size());
    }
    List<JsonNode> leaves = new ArrayList<>();
    collect(name, value, shape, 0, leaves);
    int[] sizes = shape.stream().mapToInt(Integer::intValue).toArray();
    return !leaves.isEmpty() && leaves.stream().allMatch(JsonNode::isIntegralNumber)
        ? new NamedArray.Longs(
            name, sizes, leaves.stream().mapToLong(JsonNode::longValue).toArray())
        : new NamedArray.Doubles(
            name, sizes, leaves.stream().mapToDouble(leaf -> leaf.asDouble(Double.NaN)).toArray());
  }

  private static void collect(
      String name, JsonNode node, List<Integer> shape, int depth, List<JsonNode> leaves) {
    boolean isLeaf = depth == shape.size();
    if (isLeaf ? !(node.isNumber() || node.isNull()) : node.size() != shape.get(depth)) {
      throw new IllegalArgumentException(
          name + " is no array of numbers whose rows are of one length");
    }
    if (isLeaf) {
      leaves.add(node);
    } else {
      node.forEach(child -> collect(name, child, shape, depth + 1, leaves));
    }
  }

  private static JsonNode node(NamedArray array) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    IntFunction<JsonNode> entry;
    if (array instanceof NamedArray.Floats floats) {
      entry = i -> make.numberNode((double) floats.values()[i]);
    } else if (array instanceof NamedArray.Doubles doubles) {
      entry = i -> make.numberNode(doubles.values()[i]);
    } else if (array instanceof NamedArray.Longs longs) {
      entry = i -> make.numberNode(longs.values()[i]);
    } else {
      entry = i -> make.textNode(((NamedArray.Texts) array).values()[i]);
    }
    return nested(array.shape(), 0, new int[1], entry);
  }

  private static JsonNode nested(int[] shape, int depth, int[] next, IntFunction<JsonNode> entry) {
    if (depth == shape.length) {
      return entry.apply(next[0]++);
    }
    ArrayNode node = JsonNodeFactory.instance.arrayNode(shape[depth]);
    for (int i = 0; i < shape[depth]; i++) {
      node.add(nested(shape, depth + 1, next, entry));
    }
    return node;
  }
}
