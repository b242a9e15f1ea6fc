package gmrl.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The table of a sweep: for every point its parameters, whether it is done or why it failed, and
 * its numbers. Rows stand in the order of the points, whoever computed them when.
 *
 * @param plan what is swept
 * @param outcomes of the points that are done, in their order
 */
public record SweepTable(SweepPlan plan, List<SweepOutcome> outcomes) {
  private static final String POINT = "point";
  private static final String STATUS = "status";
  private static final String MESSAGE = "message";

  /** Freezes the list. */
  public SweepTable {
    outcomes = List.copyOf(outcomes);
  }

  static SweepTable of(SweepPlan plan, SweepOutcome[] outcomes) {
    return new SweepTable(plan, Arrays.stream(outcomes).filter(Objects::nonNull).toList());
  }

  /** The points that have no numbers. */
  public List<String> failures() {
    return outcomes.stream()
        .filter(SweepOutcome::isFailed)
        .map(outcome -> plan.describe(outcome.point()) + ": " + outcome.message())
        .toList();
  }

  /** One row for each row of each point; a failed point has one without numbers. */
  public CsvTable csv() {
    List<String> front = new ArrayList<>(List.of(POINT));
    front.addAll(plan.parameters());
    front.addAll(List.of(STATUS, MESSAGE));
    Set<String> columns = new LinkedHashSet<>();
    outcomes.forEach(outcome -> columns.addAll(outcome.header()));
    List<String> header = new ArrayList<>(front);
    // A parameter may be called like something that is measured.
    columns.forEach(name -> header.add(front.contains(name) ? "result." + name : name));
    CsvTable table = new CsvTable(header);
    for (SweepOutcome outcome : outcomes) {
      List<Object> point = new ArrayList<>(List.of(outcome.point()));
      plan.values(outcome.point()).forEach(value -> point.add(text(value)));
      point.add(outcome.isFailed() ? "failed" : "done");
      point.add(outcome.message());
      if (outcome.rows().isEmpty()) {
        table.row(row(point, columns, Map.of()));
      }
      for (List<String> cells : outcome.rows()) {
        Map<String, String> known = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          known.put(outcome.header().get(i), cells.get(i));
        }
        table.row(row(point, columns, known));
      }
    }
    return table;
  }

  private static List<Object> row(
      List<Object> point, Set<String> columns, Map<String, String> known) {
    List<Object> row = new ArrayList<>(point);
    columns.forEach(column -> row.add(known.getOrDefault(column, "")));
    return row;
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.isNull() ? "" : Json.line(value);
  }

  /** The sweep and its table, numbers as numbers. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("sweep", plan.json());
    ArrayNode points = node.putArray("points");
    for (SweepOutcome outcome : outcomes) {
      ObjectNode one = points.addObject().put(POINT, outcome.point());
      ObjectNode parameters = one.putObject("parameters");
      List<JsonNode> values = plan.values(outcome.point());
      for (int i = 0; i < values.size(); i++) {
        parameters.set(plan.parameters().get(i), values.get(i));
      }
      one.put(STATUS, outcome.isFailed() ? "failed" : "done");
      if (outcome.isFailed()) {
        one.put(MESSAGE, outcome.message());
      }
      ArrayNode rows = one.putArray("rows");
      for (List<String> cells : outcome.rows()) {
        ObjectNode row = rows.addObject();
        for (int i = 0; i < cells.size(); i++) {
          row.set(outcome.header().get(i), cell(cells.get(i)));
        }
      }
    }
    return node;
  }

  private static JsonNode cell(String text) {
    if (text.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    try {
      return text.matches("-?\\d{1,18}")
          ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
          : Json.number(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return JsonNodeFactory.instance.textNode(text);
    }
  }
}
