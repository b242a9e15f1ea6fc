package gmrl.experiment.bias.bound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.file.Json;
import java.util.Arrays;
import java.util.List;

/**
 * An estimate of a theoretical bound on bias² at every point of a specification.
 *
 * @param label of the curve it belongs to
 * @param spec what is bounded
 * @param kind which bias
 * @param values bound on bias² [points][MDPs]; infinite beyond a double
 */
public record BoundCurve(String label, BiasSpec spec, Kind kind, List<List<Double>> values) {

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
  }

  /** Takes a table over [points][MDPs]. */
  static BoundCurve of(String label, BiasSpec spec, Kind kind, double[][] values) {
    return new BoundCurve(
        label,
        spec,
        kind,
        Arrays.stream(values).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }

  /** The bound at a point, averaged over MDPs like the measured bias²; may be infinite. */
  public double mean(int point) {
    double mean = 0;
    for (double value : values.get(point)) {
      mean += value / values.get(point).size();
    }
    return mean;
  }

  /** The bound as JSON, one entry for each point; null beyond a double. */
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
      point.set(
          "mdps", Json.vector(values.get(p).stream().mapToDouble(Double::doubleValue).toArray()));
      point.set("biasSquared", Json.number(mean(p)));
    }
    return node;
  }
}
