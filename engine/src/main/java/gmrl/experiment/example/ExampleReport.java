package gmrl.experiment.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.tree.Trees;
import java.util.HashMap;
import java.util.Map;

/** Examples and their snapshots as JSON and as a table. */
final class ExampleReport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExampleReport() {}

  /** The example and every number that determines its result. */
  static ObjectNode config(Example example) {
    ObjectNode config = JSON.objectNode().put("example", example.id());
    Trees.Flat numbers = Trees.standard().flatten(example);
    for (int i = 0; i < numbers.leaves().size(); i++) {
      config.set(numbers.spec().paths().get(i).join("."), number(numbers.leaves().get(i)));
    }
    return config;
  }

  /**
   * Reads what {@link #config} writes; numbers that are absent are the example's usual ones.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static Example read(JsonView json) {
    json.object();
    Example usual = Examples.byId(json.at("example").text(), ExampleFamily.SEED);
    Map<String, Number> numbers = new HashMap<>();
    config(usual)
        .properties()
        .forEach(
            known -> {
              if (json.has(known.getKey()) && known.getValue().isNumber()) {
                JsonView value = json.at(known.getKey());
                numbers.put(
                    known.getKey(),
                    known.getValue().isIntegralNumber()
                        ? (Number) value.longInteger()
                        : (Number) value.number());
              }
            });
    json.only(config(usual).properties().stream().map(Map.Entry::getKey).toArray(String[]::new));
    try {
      return with(usual, numbers);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  /** The same example with some of its numbers changed, by name. */
  static Example with(Example example, Map<String, ? extends Number> numbers) {
    return Trees.standard()
        .mapWithPath(
            example,
            (path, value) -> {
              Number other = numbers.get(path.join("."));
              if (other == null) {
                return value;
              }
              return value instanceof Integer
                  ? (Object) Math.toIntExact(other.longValue())
                  : value instanceof Long
                      ? (Object) other.longValue()
                      : (Object) other.doubleValue();
            });
  }

  private static JsonNode number(Object value) {
    return value instanceof Double d
        ? Json.number(d)
        : JSON.numberNode(((Number) value).longValue());
  }

  /** Configuration, headline and panels. */
  static ObjectNode json(Example example, ExampleSnapshot snapshot, boolean complete) {
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

  /** One row per point. */
  static CsvTable csv(ExampleSnapshot snapshot) {
    CsvTable table = new CsvTable("panel", "curve", "x", "y");
    for (Panel panel : snapshot.panels()) {
      for (Curve curve : panel.curves()) {
        for (int i = 0; i < curve.x().size(); i++) {
          table.row(panel.title(), curve.name(), curve.x().get(i), curve.y().get(i));
        }
      }
    }
    return table;
  }
}
