package gmrl.experiment.example;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.List;

/** Examples and their snapshots as JSON and as a table. */
final class ExampleReport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final RecordJson CODEC = new RecordJson();
  private static final String EXAMPLE = "example";

  /** Key of the first seed. */
  static final String SEED = "seed";

  private ExampleReport() {}

  /** The example and every number that determines its result. */
  static ObjectNode config(Example example) {
    ObjectNode config = JSON.objectNode().put(EXAMPLE, example.id());
    return config.setAll(CODEC.write(example));
  }

  /**
   * Reads what {@link #config} writes; numbers that are absent are the example's usual ones.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static Example read(JsonView json) {
    Example usual;
    try {
      usual = Examples.byId(json.object().at(EXAMPLE).text(), ExampleFamily.SEED);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
    return CODEC.read(json.without(EXAMPLE), usual);
  }

  /** The same example with another number. */
  static Example with(Example example, String key, long value) {
    ObjectNode config = config(example).put(key, value);
    return read(JsonView.parse(example.id(), Json.line(config)));
  }

  /** Configuration, headline and panels. */
  static ObjectNode json(Example example, ExampleSnapshot snapshot, RunFacts run) {
    ObjectNode json = JSON.objectNode();
    json.set("config", config(example));
    json.put("complete", run.complete()).put("headline", snapshot.headline());
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
    run.close(json);
    return json;
  }

  /** Reads what {@link #json} writes. */
  static KeptResult<Example, ExampleSnapshot> kept(JsonView json) {
    List<Panel> panels = json.at("panels").elements().stream().map(ExampleReport::panel).toList();
    return new KeptResult<>(
        read(json.at("config")),
        new ExampleSnapshot(json.at("headline").text(), panels),
        RunFacts.read(json));
  }

  private static Panel panel(JsonView json) {
    return new Panel(
        json.at("title").text(),
        json.at("x").text(),
        json.at("y").text(),
        json.at("logY").flag(),
        json.at("curves").elements().stream().map(ExampleReport::curve).toList());
  }

  private static Curve curve(JsonView json) {
    try {
      return Curve.of(
          json.at("name").text(),
          json.at("x").numbersOrUndefined(),
          json.at("y").numbersOrUndefined());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static ArrayNode vector(List<Double> values) {
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
