package gmrl.experiment.bias;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.bias.BiasResult.Limits;
import gmrl.experiment.file.Json;
import gmrl.mdp.Estimator;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What infinitely many trajectories would leave of the bias at every point of a specification, in
 * closed form: an overlay without bands.
 *
 * @param label of the curve it belongs to
 * @param spec whose points these are
 * @param points one for each of them
 */
public record LimitCurve(String label, BiasSpec spec, List<Point> points) {

  /** Freezes the list. */
  public LimitCurve {
    points = List.copyOf(points);
  }

  /**
   * Means over the MDPs of a point.
   *
   * @param all every sampled slot at its limit
   * @param slots each sampled slot at its limit, the others exact; named as on the command line
   * @param estimators every estimator in place of that of all sampled slots
   */
  public record Point(Limits all, Map<String, Limits> slots, Map<Estimator, Limits> estimators) {

    /** Freezes the maps. */
    public Point {
      slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
      Map<Estimator, Limits> copy = new EnumMap<>(Estimator.class);
      copy.putAll(estimators);
      estimators = Collections.unmodifiableMap(copy);
    }
  }

  /** As documents hold it. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("curve", label);
    ArrayNode list = node.putArray("points");
    for (int p = 0; p < points.size(); p++) {
      Point point = points.get(p);
      ObjectNode entry = list.addObject();
      int index = p;
      ObjectNode sweep = entry.putObject("sweep");
      spec.sweep()
          .ifPresent(s -> sweep.set(s.variable().token(), Json.number(s.values().get(index))));
      write(entry, "all", point.all());
      ObjectNode slots = entry.putObject("slots");
      point.slots().forEach((slot, limits) -> write(slots, slot, limits));
      ObjectNode estimators = entry.putObject("estimators");
      point.estimators().forEach((e, limits) -> write(estimators, e.token(), limits));
    }
    return node;
  }

  private static void write(ObjectNode parent, String name, Limits limits) {
    ObjectNode node = parent.putObject(name);
    node.set("biasSquared", Json.number(limits.biasSquared()));
    node.set("relativeBias", Json.number(limits.relativeBias()));
    node.set("horizonBias", Json.number(limits.horizonBias()));
  }
}
