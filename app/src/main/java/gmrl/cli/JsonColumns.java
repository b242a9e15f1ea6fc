package gmrl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts of a document as columns of a table, each named by its path in the document. What stands in
 * a list goes by its own name, which is its first entry.
 */
final class JsonColumns {
  private JsonColumns() {}

  /**
   * The same table with more columns; a cell is empty where its row's part has no such place.
   *
   * @param name before every column
   * @param parts one for each row, missing nodes where there is none
   */
  static CsvTable add(CsvTable table, String name, List<JsonNode> parts) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    for (JsonNode part : parts) {
      Map<String, Object> row = new LinkedHashMap<>();
      flatten(name, part, row);
      columns.addAll(row.keySet());
      rows.add(row);
    }
    CsvTable wider = table;
    for (String column : columns) {
      wider = wider.with(column, rows.stream().map(row -> row.getOrDefault(column, "")).toList());
    }
    return wider;
  }

  private static void flatten(String path, JsonNode node, Map<String, Object> row) {
    if (node.isObject()) {
      node.properties().forEach(at -> flatten(path + "." + at.getKey(), at.getValue(), row));
    } else if (node.isArray()) {
      for (JsonNode each : node) {
        String own = each.properties().iterator().next().getKey();
        flatten(path + "." + each.get(own).asText(), each.<ObjectNode>deepCopy().without(own), row);
      }
    } else if (!node.isMissingNode()) {
      row.put(path, node.isNull() ? "" : node.isNumber() ? node.numberValue() : node.asText());
    }
  }
}
