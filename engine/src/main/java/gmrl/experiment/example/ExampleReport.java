package gmrl.experiment.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.experiment.file.Json;
import gmrl.tree.Trees;

/** Examples and their snapshots as JSON and CSV. */
public final class ExampleReport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExampleReport() {}

  /** The example and every number that determines its result. */
  public static ObjectNode config(Example example) {
    ObjectNode config = JSON.objectNode().put("example", example.id());
    Trees.Flat numbers = Trees.standard().flatten(example);
    for (int i = 0; i < numbers.leaves().size(); i++) {
      config.set(numbers.spec().paths().get(i).join("."), number(numbers.leaves().get(i)));
    }
    return config;
  }

  private static JsonNode number(Object value) {
    return value instanceof Double d
        ? Json.number(d)
        : JSON.numberNode(((Number) value).longValue());
  }

  /** Configuration, headline and panels. */
  public static ObjectNode json(Example example, ExampleSnapshot snapshot, boolean complete) {
    ObjectNode json = JSON.objectNode();
    json.set("config", config(example));
    json.put("complete", complete).put("headline", snapshot.headline());
    ArrayNode panels = json.putArray("panels");
    for (Panel panel : snapshot.panels()) {
      ObjectNode node =
          panels
              .addObject()
              .put("title", panel.title())
              .put("x", panel.x())
              .put("y", panel.y())
              .put("logY", panel.logY());
      ArrayNode curves = node.putArray("curves");
      for (Curve curve : panel.curves()) {
        ObjectNode entry = curves.addObject().put("name", curve.name());
        entry.set("x", vector(curve.x()));
        entry.set("y", vector(curve.y()));
      }
    }
    return json;
  }

  private static ArrayNode vector(java.util.List<Double> values) {
    return Json.vector(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** One line per point. */
  public static String csv(ExampleSnapshot snapshot) {
    StringBuilder text = new StringBuilder("panel,curve,x,y\n");
    for (Panel panel : snapshot.panels()) {
      for (Curve curve : panel.curves()) {
        for (int i = 0; i < curve.x().size(); i++) {
          text.append(quoted(panel.title()))
              .append(',')
              .append(quoted(curve.name()))
              .append(',')
              .append(curve.x().get(i))
              .append(',')
              .append(curve.y().get(i))
              .append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return text.contains(",") ? '"' + text + '"' : text;
  }
}
