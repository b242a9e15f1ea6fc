package gmrl.ipd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the recorded reference numbers; a missing file fails the test that asks for it. */
final class Golden {
  private Golden() {}

  static JsonNode read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      if (in == null) {
        throw new AssertionError("missing golden file " + name);
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] vector(JsonNode node) {
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get(i).doubleValue();
    }
    return values;
  }

  static double[][] matrix(JsonNode node) {
    double[][] rows = new double[node.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = vector(node.get(i));
    }
    return rows;
  }

  static int[][] integers(JsonNode node) {
    int[][] rows = new int[node.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new int[node.get(i).size()];
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = node.get(i).get(j).intValue();
      }
    }
    return rows;
  }

  /** Largest difference over the largest reference entry. */
  static double relativeError(double[] actual, double[] expected) {
    double difference = 0;
    double scale = 0;
    for (int i = 0; i < expected.length; i++) {
      difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
      scale = Math.max(scale, Math.abs(expected[i]));
    }
    return difference / Math.max(scale, 1e-300);
  }

  static double relativeError(double[][] actual, double[][] expected) {
    return relativeError(flat(actual), flat(expected));
  }

  static double[] negated(double[] values) {
    double[] out = values.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = -out[i];
    }
    return out;
  }

  static double[][] negated(double[][] values) {
    double[][] out = new double[values.length][];
    for (int i = 0; i < out.length; i++) {
      out[i] = negated(values[i]);
    }
    return out;
  }

  private static double[] flat(double[][] rows) {
    int columns = rows[0].length;
    double[] out = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, out, i * columns, columns);
    }
    return out;
  }
}
