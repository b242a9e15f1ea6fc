package gmrl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.StreamSupport;

/** Reads the golden numbers under src/test/resources/golden; a missing file fails the test. */
public final class Golden {
  private Golden() {}

  /** Parses golden/NAME. */
  public static JsonNode read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      if (in == null) {
        throw new AssertionError("golden file " + name + " is missing");
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The element of an array of objects whose "name" is the given one. */
  public static JsonNode named(JsonNode array, String name) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(node -> node.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no entry named " + name));
  }

  /** Numbers of a nested array in row-major order. */
  public static double[] flat(JsonNode node) {
    if (!node.isArray()) {
      return new double[] {node.asDouble()};
    }
    return StreamSupport.stream(node.spliterator(), false)
        .map(Golden::flat)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** A table [rows][columns]. */
  public static double[][] table(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .map(Golden::flat)
        .toArray(double[][]::new);
  }

  /** A row of integers. */
  public static int[] ints(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  /** Largest absolute difference over the largest absolute entry of the reference. */
  public static double relativeError(double[] actual, double[] reference) {
    if (actual.length != reference.length) {
      throw new AssertionError(actual.length + " entries, expected " + reference.length);
    }
    double difference = 0;
    double scale = 0;
    for (int i = 0; i < actual.length; i++) {
      double d = Math.abs(actual[i] - reference[i]);
      difference = Double.isNaN(d) ? Double.POSITIVE_INFINITY : Math.max(difference, d);
      scale = Math.max(scale, Math.abs(reference[i]));
    }
    return scale == 0 ? difference : difference / scale;
  }
}
