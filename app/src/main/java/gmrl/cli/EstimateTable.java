package gmrl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.file.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of an estimate as text for people and as comma-separated values. */
final class EstimateTable {
  private EstimateTable() {}

  /** One block for each part. */
  static String write(JsonNode result) {
    StringBuilder text = new StringBuilder();
    result
        .properties()
        .forEach(
            part -> {
              text.append(part.getKey()).append('\n');
              rows(part.getValue())
                  .forEach(
                      row -> {
                        row.forEach(x -> text.append(String.format(Locale.ROOT, "  %14.6g", x)));
                        text.append('\n');
                      });
              text.append('\n');
            });
    return text.toString();
  }

  /** One line for each number: part, row, column, value. */
  static CsvTable csv(JsonNode result) {
    CsvTable table = new CsvTable("part", "row", "column", "value");
    result
        .properties()
        .forEach(
            part -> {
              List<List<Double>> rows = rows(part.getValue());
              for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                  table.row(part.getKey(), r, c, rows.get(r).get(c));
                }
              }
            });
    return table;
  }

  private static List<List<Double>> rows(JsonNode part) {
    if (!part.isArray()) {
      return List.of(List.of(part.asDouble(Double.NaN)));
    }
    List<List<Double>> rows = new ArrayList<>();
    for (JsonNode row : part) {
      List<Double> numbers = new ArrayList<>();
      row.forEach(x -> numbers.add(x.isNumber() ? x.doubleValue() : Double.NaN));
      rows.add(numbers);
    }
    return rows;
  }
}
