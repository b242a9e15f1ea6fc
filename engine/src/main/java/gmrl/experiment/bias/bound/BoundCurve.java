package gmrl.experiment.bias.bound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.file.Json;
import java.util.Arrays;
import java.util.List;

/**
 * Theoretical bounds on bias² at every point of a specification: an estimate, and one that is
 * proved.
 *
 * @param label of the curve it belongs to
 * @param spec what is bounded
 * @param kind which bias
 * @param values estimated bound on bias² [points][MDPs]; infinite beyond a double
 * @param proved bound on bias² that holds whatever the policy [points][MDPs]; infinite beyond a
 *     double
 */
public record BoundCurve(
    String label, BiasSpec spec, Kind kind, List<List<Double>> values, List<List<Double>> proved) {

  /** Which of the two biases a bound speaks of. */
  public enum Kind {
    /** The inner slot is sampled. */
    COMPOSITIONAL("compositional"),
    /** The Hessian slot has a controlled error. */
    HESSIAN("hessian");

    private final String token;

    Kind(String token) {
      this.token = token;
    }

    /** The name used in files. */
    public String token() {
      return token;
    }
  }

  /** Freezes the lists. */
  public BoundCurve {
    values = values.stream().map(List::copyOf).toList();
    proved = proved.stream().map(List::copyOf).toList();
  }

  /** Takes tables over [points][MDPs]. */
  static BoundCurve of(
      String label, BiasSpec spec, Kind kind, double[][] values, double[][] proved) {
    return new BoundCurve(label, spec, kind, table(values), table(proved));
  }

  private static List<List<Double>> table(double[][] values) {
    return Arrays.stream(values).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  /**
   * The estimated bound at a point, averaged over MDPs like the measured bias²; may be infinite.
   */
  public double mean(int point) {
    return mean(values.get(point));
  }

  /** The proved bound at a point, averaged over MDPs; may be infinite. */
  public double provedMean(int point) {
    return mean(proved.get(point));
  }

  private static double mean(List<Double> mdps) {
    double mean = 0;
    for (double value : mdps) {
      mean += value / mdps.size();
    }
    return mean;
  }

  /** The bounds as JSON, one entry for each point; null beyond a double. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("curve", label).put("kind", kind.token());
    ArrayNode points = node.putArray("points");
    for (int p = 0; p < values.size(); p++) {
      ObjectNode point = points.addObject();
      ObjectNode sweep = point.putObject("sweep");
      int index = p;
      spec.sweep()
          .ifPresent(s -> sweep.set(s.variable().token(), Json.number(s.values().get(index))));
      put(point, values.get(p), mean(p));
      put(point.putObject("proved"), proved.get(p), provedMean(p));
    }
    return node;
  }

  private static void put(ObjectNode node, List<Double> mdps, double mean) {
    node.set("mdps", Json.vector(mdps.stream().mapToDouble(Double::doubleValue).toArray()));
    node.set("biasSquared", Json.number(mean));
  }
}
